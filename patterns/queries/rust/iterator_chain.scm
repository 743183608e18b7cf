; _.iter().map(_).collect(): two calls or more, the longest chain counts. Closures within it are blank.
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
  (#any-of? @_source "iter" "iter_mut" "into_iter" "par_iter" "into_par_iter" "drain" "chars" "char_indices" "bytes" "lines" "keys" "values" "values_mut" "into_keys" "into_values" "windows" "chunks" "chunks_exact" "split" "split_whitespace" "splitn" "matches" "range" "map" "filter" "filter_map" "flat_map" "flatten" "enumerate" "zip" "chain" "rev" "skip" "skip_while" "take" "take_while" "map_while" "step_by" "peekable" "cloned" "copied" "cycle" "inspect" "scan" "fuse" "dedup" "by_ref")
  (#any-of? @_adapter "map" "filter" "filter_map" "flat_map" "flatten" "enumerate" "zip" "chain" "rev" "skip" "skip_while" "take" "take_while" "map_while" "step_by" "peekable" "cloned" "copied" "cycle" "inspect" "scan" "fuse" "dedup" "by_ref" "collect" "sum" "product" "count" "min" "max" "min_by" "max_by" "min_by_key" "max_by_key" "fold" "try_fold" "reduce" "any" "all" "find" "find_map" "position" "for_each" "try_for_each" "last" "nth" "next" "partition" "unzip" "eq" "cmp")
  (#set! outermost)
  (#set! blank "closure_expression")
  (#set! keep "iter iter_mut into_iter par_iter into_par_iter drain chars char_indices bytes lines keys values values_mut into_keys into_values windows chunks chunks_exact split split_whitespace splitn matches range map filter filter_map flat_map flatten enumerate zip chain rev skip skip_while take take_while map_while step_by peekable cloned copied cycle inspect scan fuse dedup by_ref collect sum product count min max min_by max_by min_by_key max_by_key fold try_fold reduce any all find find_map position for_each try_for_each last nth next partition unzip eq cmp Vec HashMap HashSet BTreeMap BTreeSet VecDeque String Result Option"))
