; impl<_> Display for _<_> {…}: the names of the standard library's traits are kept.
((impl_item body: (declaration_list)? @items) @pattern
  (#set! keep "Clone Copy Debug Default Display Drop Eq PartialEq Ord PartialOrd Hash From Into TryFrom TryInto FromStr AsRef AsMut Borrow Deref DerefMut Iterator IntoIterator FromIterator DoubleEndedIterator ExactSizeIterator Extend Index IndexMut Add Sub Mul Div Rem Neg Not AddAssign SubAssign MulAssign Error Read Write Seek BufRead Fn FnMut FnOnce Future Stream Send Sync Serialize Deserialize static")
  (#set! features "size arity"))
