from tests.patterns import compare_with_ast


def test_thirty_files_of_the_standard_library_hold_exactly_what_pythons_own_parser_finds() -> None:
    files = compare_with_ast.standard_library(30, without=frozenset({"test", "idlelib", "lib2to3"}))
    assert len(files) == 30
    assert dict(compare_with_ast.differences(files)) == {}
    totals = [sum(compare_with_ast.expected(path)[kind] for path in files) for kind in compare_with_ast.NODES]
    assert all(totals), "a comparison of nothing with nothing says nothing"
