; _.iter().map(_).collect(), (_.._).map(_), iter::once(_).chain(_): what gives an iterator and what takes one; the longest
; chain counts. Closures within it are blank.
((call_expression
    function: [
      (field_expression
        value: (call_expression
          function: [
            (field_expression field: (field_identifier) @_source)
            (generic_function function: (field_expression field: (field_identifier) @_source))])
        field: (field_identifier) @_adapter)
      (generic_function
        function: (field_expression
          value: (call_expression
            function: [
              (field_expression field: (field_identifier) @_source)
              (generic_function function: (field_expression field: (field_identifier) @_source))])
          field: (field_identifier) @_adapter))]) @pattern
  (#any-of? @_source "iter" "iter_mut" "into_iter" "par_iter" "into_par_iter" "drain" "chars" "char_indices" "bytes" "lines" "keys" "values" "values_mut" "into_keys" "into_values" "windows" "chunks" "chunks_exact" "split" "split_whitespace" "splitn" "matches" "range" "map" "filter" "filter_map" "flat_map" "flatten" "enumerate" "zip" "chain" "rev" "skip" "skip_while" "take" "take_while" "map_while" "step_by" "peekable" "cloned" "copied" "cycle" "inspect" "scan" "fuse" "dedup" "by_ref" "split_terminator" "rsplit" "rsplitn" "split_inclusive" "split_ascii_whitespace" "rsplit_terminator" "match_indices" "rmatches" "rchunks" "chunks_mut" "chunk_by" "array_windows")
  (#any-of? @_adapter "map" "filter" "filter_map" "flat_map" "flatten" "enumerate" "zip" "chain" "rev" "skip" "skip_while" "take" "take_while" "map_while" "step_by" "peekable" "cloned" "copied" "cycle" "inspect" "scan" "fuse" "dedup" "by_ref" "collect" "sum" "product" "count" "min" "max" "min_by" "max_by" "min_by_key" "max_by_key" "fold" "try_fold" "reduce" "any" "all" "find" "find_map" "position" "for_each" "try_for_each" "last" "nth" "next" "partition" "unzip" "eq" "cmp" "rposition" "rfind" "rfold" "is_sorted" "is_sorted_by" "is_sorted_by_key" "partial_cmp" "ne" "lt" "le" "gt" "ge" "is_partitioned")
  (#set! outermost)
  (#set! blank "closure_expression")
  (#set! keep "std core once repeat repeat_with from_fn successors empty iter iter_mut into_iter par_iter into_par_iter drain chars char_indices bytes lines keys values values_mut into_keys into_values windows chunks chunks_exact split split_whitespace splitn matches range map filter filter_map flat_map flatten enumerate zip chain rev skip skip_while take take_while map_while step_by peekable cloned copied cycle inspect scan fuse dedup by_ref collect sum product count min max min_by max_by min_by_key max_by_key fold try_fold reduce any all find find_map position for_each try_for_each last nth next partition unzip eq cmp split_terminator rsplit rsplitn split_inclusive split_ascii_whitespace rsplit_terminator match_indices rmatches rchunks chunks_mut chunk_by array_windows rposition rfind rfold is_sorted is_sorted_by is_sorted_by_key partial_cmp ne lt le gt ge is_partitioned Vec HashMap HashSet BTreeMap BTreeSet VecDeque String Result Option"))

((call_expression
    function: [
      (field_expression value: (parenthesized_expression (range_expression)) field: (field_identifier) @_adapter)
      (generic_function
        function: (field_expression
          value: (parenthesized_expression (range_expression))
          field: (field_identifier) @_adapter))]) @pattern
  (#any-of? @_adapter "map" "filter" "filter_map" "flat_map" "flatten" "enumerate" "zip" "chain" "rev" "skip" "skip_while" "take" "take_while" "map_while" "step_by" "peekable" "cloned" "copied" "cycle" "inspect" "scan" "fuse" "dedup" "by_ref" "collect" "sum" "product" "count" "min" "max" "min_by" "max_by" "min_by_key" "max_by_key" "fold" "try_fold" "reduce" "any" "all" "find" "find_map" "position" "for_each" "try_for_each" "last" "nth" "next" "partition" "unzip" "eq" "cmp" "rposition" "rfind" "rfold" "is_sorted" "is_sorted_by" "is_sorted_by_key" "partial_cmp" "ne" "lt" "le" "gt" "ge" "is_partitioned")
  (#set! outermost)
  (#set! blank "closure_expression")
  (#set! keep "std core once repeat repeat_with from_fn successors empty iter iter_mut into_iter par_iter into_par_iter drain chars char_indices bytes lines keys values values_mut into_keys into_values windows chunks chunks_exact split split_whitespace splitn matches range map filter filter_map flat_map flatten enumerate zip chain rev skip skip_while take take_while map_while step_by peekable cloned copied cycle inspect scan fuse dedup by_ref collect sum product count min max min_by max_by min_by_key max_by_key fold try_fold reduce any all find find_map position for_each try_for_each last nth next partition unzip eq cmp split_terminator rsplit rsplitn split_inclusive split_ascii_whitespace rsplit_terminator match_indices rmatches rchunks chunks_mut chunk_by array_windows rposition rfind rfold is_sorted is_sorted_by is_sorted_by_key partial_cmp ne lt le gt ge is_partitioned Vec HashMap HashSet BTreeMap BTreeSet VecDeque String Result Option"))

((call_expression
    function: [
      (field_expression
        value: (call_expression function: (scoped_identifier path: [(identifier) @_iter (scoped_identifier name: (identifier) @_iter)]))
        field: (field_identifier) @_adapter)
      (generic_function
        function: (field_expression
          value: (call_expression function: (scoped_identifier path: [(identifier) @_iter (scoped_identifier name: (identifier) @_iter)]))
          field: (field_identifier) @_adapter))]) @pattern
  (#eq? @_iter "iter")
  (#any-of? @_adapter "map" "filter" "filter_map" "flat_map" "flatten" "enumerate" "zip" "chain" "rev" "skip" "skip_while" "take" "take_while" "map_while" "step_by" "peekable" "cloned" "copied" "cycle" "inspect" "scan" "fuse" "dedup" "by_ref" "collect" "sum" "product" "count" "min" "max" "min_by" "max_by" "min_by_key" "max_by_key" "fold" "try_fold" "reduce" "any" "all" "find" "find_map" "position" "for_each" "try_for_each" "last" "nth" "next" "partition" "unzip" "eq" "cmp" "rposition" "rfind" "rfold" "is_sorted" "is_sorted_by" "is_sorted_by_key" "partial_cmp" "ne" "lt" "le" "gt" "ge" "is_partitioned")
  (#set! outermost)
  (#set! blank "closure_expression")
  (#set! keep "std core once repeat repeat_with from_fn successors empty iter iter_mut into_iter par_iter into_par_iter drain chars char_indices bytes lines keys values values_mut into_keys into_values windows chunks chunks_exact split split_whitespace splitn matches range map filter filter_map flat_map flatten enumerate zip chain rev skip skip_while take take_while map_while step_by peekable cloned copied cycle inspect scan fuse dedup by_ref collect sum product count min max min_by max_by min_by_key max_by_key fold try_fold reduce any all find find_map position for_each try_for_each last nth next partition unzip eq cmp split_terminator rsplit rsplitn split_inclusive split_ascii_whitespace rsplit_terminator match_indices rmatches rchunks chunks_mut chunk_by array_windows rposition rfind rfold is_sorted is_sorted_by is_sorted_by_key partial_cmp ne lt le gt ge is_partitioned Vec HashMap HashSet BTreeMap BTreeSet VecDeque String Result Option"))
