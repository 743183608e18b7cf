; enum _ {_, _(_), _ {_: _}}
((enum_item body: (enum_variant_list) @items) @pattern
  (#set! keep "Vec Option Box Rc Arc String HashMap HashSet BTreeMap BTreeSet VecDeque RefCell Cell Mutex RwLock PhantomData static")
  (#set! features "size arity"))
