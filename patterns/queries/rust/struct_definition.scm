; struct _<_> {_: _}, struct _(_), struct _, and union _ {_: _}, which has the form of one
([(struct_item body: (_)? @items) (union_item body: (_) @items)] @pattern
  (#set! keep "Vec Option Box Rc Arc String HashMap HashSet BTreeMap BTreeSet VecDeque RefCell Cell Mutex RwLock PhantomData static")
  (#set! features "size arity"))
