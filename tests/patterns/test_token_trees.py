"""Code within the arguments of Rust's macros."""

import re
from typing import Any

import pytest

from memories.errors import PatternAnalysisError
from patterns import languages, queryfiles
from patterns.analysis import analyse
from patterns.parsing import Deadline


def within(code: str) -> dict[str, int]:
    """What is found in the body of a function, besides the function and its macros."""
    analysis = analyse(f"fn f() {{\n{code}\n}}\n", "rust")
    assert analysis.parse_errors == 0
    return {kind: n for kind, n in analysis.counts.items() if kind not in {"function_definition", "macro_invocation"}}


UNWRAP, PROPAGATION, CLOSURE = {"unwrap": 1}, {"error_propagation": 1}, {"closure": 1}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('println!("{}", x.unwrap());', UNWRAP),
        ('println!("{}", x.expect("y"));', UNWRAP),
        ("vec![a.unwrap()];", UNWRAP),
        ("vec![a.unwrap(), b?, c];", UNWRAP | PROPAGATION),
        ("vec![a.unwrap(); n];", UNWRAP),
        ("vec![0; n.unwrap()];", UNWRAP),
        ("let a = vec! { b.unwrap() };", UNWRAP),
        ('format!("{}", read()?);', PROPAGATION),
        ('format!("{a} {}", read()?, a = b.unwrap());', UNWRAP | PROPAGATION),
        ('format!("{}", read()?,);', PROPAGATION),
        ("assert_eq!(a.unwrap(), b);", UNWRAP),
        ('assert!(a.unwrap() == b?, "{}", c);', UNWRAP | PROPAGATION),
        ('write!(f, "{}", x?)?;', {"error_propagation": 2}),
        ("std::println!(a.unwrap());", UNWRAP),
        ("dbg!(&mut a.unwrap());", UNWRAP),
        ("dbg!(a\n.b()\n.unwrap());", UNWRAP),
        ("dbg!(HashMap::<A, B>::new(c?).unwrap());", UNWRAP | PROPAGATION),
        ("matches!(x.unwrap(), Some(_));", UNWRAP),
        ("matches!(x.unwrap(), Some(_) | None);", UNWRAP),
        ("matches!(x?, A { b, .. } if b.unwrap() > 1);", UNWRAP | PROPAGATION),
        ("assert!(matches!(x?, Some(a) if a.unwrap()));", UNWRAP | PROPAGATION),
        ('println!("{}", format!("{}", vec![a?]));', PROPAGATION),
        ('println!("{}", a.iter().map(|b| b.c).collect::<Vec<_>>());', CLOSURE | {"iterator_chain": 1}),
        ("dbg!(|a, b| a + b);", CLOSURE),
        ("dbg!(move |a: u8, b: u8| -> u8 { a + b });", CLOSURE),
        ("dbg!(|| a?);", CLOSURE | PROPAGATION),
        ("dbg!(match a { Some(b) => b?, None => 1 });", {"match": 1} | PROPAGATION),
        ("dbg!(if let Some(a) = b? { a.unwrap() } else { c });", UNWRAP | PROPAGATION),
        ("dbg!(unsafe { a.unwrap() });", UNWRAP | {"unsafe": 1}),
        ("dbg!(async move { a.await });", {"async": 2}),
        ("dbg!(async { a? }.await);", {"async": 2} | PROPAGATION),
        ("join!(a(), b?.c());", PROPAGATION),
        ("dbg!(A { b: c?, ..d.unwrap() });", UNWRAP | PROPAGATION),
        ("dbg!([a?; 3], (b.unwrap(), c), &d[e?]);", UNWRAP | {"error_propagation": 2}),
        ("dbg!(a? as u8, -b?, !c?, *d?, e?..f?);", {"error_propagation": 6}),
        ("stream! { let a = b?; for c in a { yield c.unwrap(); } };", UNWRAP | PROPAGATION),
        ("defer! { a.unwrap(); }", UNWRAP),
        ("try_join!(async { a? }, b)?;", {"error_propagation": 2, "async": 1}),
        ('json!({"a": b.unwrap(), "c": [d?, {"e": f?}], "g": |h, i| h});', UNWRAP | CLOSURE | {"error_propagation": 2}),
        ('hashmap!{"a" => b?, "c" => |d, e| d.unwrap()};', UNWRAP | PROPAGATION | CLOSURE),
        ("select! { a = b() => a?, Some(c) = d?.e() => { c.unwrap() } else => break };",
         UNWRAP | {"error_propagation": 2}),
        ("lazy_static! { static ref A: B = B::new().unwrap(); }", UNWRAP),
        ("thread_local! { static A: B<C> = B::new(c().unwrap()); }", UNWRAP),
        ("cfg_if! { if #[cfg(unix)] { a.unwrap() } else { b? } }", UNWRAP | PROPAGATION),
        ("info!(a = %b.unwrap(), ?c, \"{}\", d?);", PROPAGATION),  # %b is no Rust
        ("html! { <p class=\"a\">{ b.unwrap() }</p> };", UNWRAP),
        # Comments, strings and characters are not taken for code, nor for separators.
        ('dbg!(a.unwrap() /* , b? */);', UNWRAP),
        ("dbg!(a.unwrap() // , b?\n);", UNWRAP),
        ("dbg!(a.unwrap(), // b?\n c? // d\n);", UNWRAP | PROPAGATION),
        ("matches!(a.unwrap(), // b?\n Some(_) if c? // d\n);", UNWRAP | PROPAGATION),
        ("println!(\"a.unwrap(), b?\", ',', r#\"c?\"#);", {}),
        # Tokens that are no expressions.
        ("matches!(x, Some(_) | None);", {}),
        ("quote! { #a.unwrap() };", {}),
        ("quote! { #(#a.unwrap()),* };", {}),
        ("m!($a.unwrap());", {}),
        ("m!($a?, b.unwrap());", UNWRAP),
        ("sql!(SELECT a FROM b WHERE c = ? AND d = ?);", {}),
        ("m!(a.unwrap);", {}),
        ("m!(unwrap(), ?, a ? b);", {}),
        ("m!();", {}),
        ("m!(a, 1, \"b\");", {}),
        ("m!(Vec<u8>, &'a str, impl A for B, <T: Clone>, dyn A + 'b, 'c, fn(u8) -> u8);", {}),
    ],
)  # fmt: skip
def test_macro_arguments_are_searched_where_they_are_code(code: Any, expected: Any) -> None:
    assert within(code) == expected


@pytest.mark.parametrize(
    "code",
    [
        "macro_rules! m { ($x:expr) => { $x.unwrap() }; () => { a.unwrap()? } }",
        "macro_rules! m { ($($x:expr),*) => { $( $x.unwrap(); )* } }",
        "macro_rules! m [ (a) => { b.unwrap() } ];",
        "dbg!({ macro_rules! m { ($x:expr) => { $x.unwrap() } } 1 });",
        "#[a(b.unwrap(), c?)] struct D;",
        "#[cfg(all(unix, not(test)))] fn f() {}",
        '#[doc = include_str!("a")] fn f() {}',
    ],
)
def test_bodies_of_macro_definitions_and_attributes_are_no_code(code: Any) -> None:
    counts = analyse(code, "rust").counts
    assert not set(counts) & {"unwrap", "error_propagation"}


def test_nested_macros_count_as_macros() -> None:
    assert analyse('fn f() { println!("{}", format!("{}", vec![1])); }', "rust").counts["macro_invocation"] == 3


def test_lines_sizes_and_depths_are_those_of_the_text_itself() -> None:
    source = """\
// é, ü and 名前 are several bytes each
fn f() {
    let a = |b| vec![
        b.unwrap(), // é
        "ü", match c {
            Some(d) => { println!("{}",
                f.unwrap()) }
            名前 => g.map(|h|
                i.unwrap()),
        },
    ];
}
"""
    found = {
        (pattern.pattern_type, pattern.pattern_signature): pattern.ast_features
        for pattern in analyse(source, "rust").patterns
    }
    assert found["unwrap", "_.unwrap()"]["lines"] == [4, 7, 9]
    assert found["macro_invocation", "println!(…)"]["lines"] == [6]
    (match,) = (features for (kind, _), features in found.items() if kind == "match")
    assert match == {"occurrences": 1, "lines": [5], "depth": 1, "size": 6, "arity": 2}
    assert found["closure", "|_| _._()"] == {
        "occurrences": 1, "lines": [8], "depth": 2, "size": 2, "arity": 1, "async": False,
    }  # fmt: skip


def test_a_signature_is_the_same_within_a_macro_as_outside() -> None:
    code = "a.b(|c, d| c + d)?.iter().map(|e| e.f()).collect::<Vec<_>>().unwrap()"
    outside, inside = (
        {
            (pattern.pattern_type, pattern.pattern_signature)
            for pattern in analyse(f"fn f() {{ {text}; }}", "rust").patterns
            if pattern.pattern_type != "macro_invocation"
        }
        for text in (code, f"m!(0, {code})")
    )
    assert inside == outside
    assert len(outside) == 6


def test_code_in_macros_of_a_fenced_block_has_the_lines_of_the_prose() -> None:
    content = 'It\'s this:\n\n```rust\nfn f() {\n    println!("{}",\n        a.unwrap());\n}\n```\n'
    (unwrap,) = (pattern for pattern in analyse(content, "rust").patterns if pattern.pattern_type == "unwrap")
    assert unwrap.ast_features["lines"] == [6]


def test_macros_across_the_windows_of_a_large_file_are_read_once_each() -> None:
    body = '    println!("{}", a.unwrap());\n    assert!(matches!(b?, Some(c) if c > 1));\n'
    counts = analyse("fn f() {\n" + body * 6_000 + "}\n", "rust", Deadline(60)).counts
    assert counts == {
        "error_propagation": 6_000, "function_definition": 1, "macro_invocation": 18_000, "unwrap": 6_000,
    }  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param("a!(" * 1_000 + "b?" + ")" * 1_000, id="1,000 macros in each other"),
        pytest.param("a!(" * 100_000 + "b?" + ")" * 100_000, id="100,000 macros in each other"),
        pytest.param("# b [" * 60_000 + "]" * 60_000, id="60,000 groups in each other"),
        pytest.param("".join(f"a{i} b{i}?, " for i in range(60_000)), id="60,000 parts that are no code"),
        pytest.param("a " * 400_000, id="400,000 names"),
        pytest.param("# (a?) " * 100_000, id="100,000 groups in what is no code"),
        pytest.param("(" * 300_000, id="300,000 open brackets"),
    ],
)
def test_no_arguments_take_longer_than_their_length_is_worth(arguments: Any) -> None:
    analysis = analyse(f"fn f() {{ m!({arguments}); }}", "rust", Deadline(30))
    assert sum(analysis.counts.values()) <= 100_002


def test_a_megabyte_of_macros_is_read_to_its_end() -> None:
    lines = [f'println!("{{}}", a{number}.unwrap());\n' for number in range(32_000)]
    source = f"fn f() {{\n{''.join(lines)}}}\n"
    assert len(source) > 1_000_000
    assert analyse(source, "rust", Deadline(30)).counts["unwrap"] == len(lines)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("((macro_invocation (token_tree) @tokens) @pattern)", "@tokens and read_as go together"),
        ('((macro_invocation) @pattern (#set! read_as "{};"))', "@tokens and read_as go together"),
        ('((macro_invocation (token_tree) @tokens) @pattern (#set! read_as ";"))', "one {} in each of [';']"),
        ('((macro_invocation (token_tree) @tokens) @pattern (#set! read_as "{};") (#set! separators "=> ,,"))',
         "no tokens [',,']"),
        ('((macro_invocation (token_tree) @tokens) @pattern (#set! read_as "{};") (#set! refuse "metavar"))',
         "no node kinds ['metavar']"),
    ],
)  # fmt: skip
def test_settings_for_tokens_that_break_an_agreement_are_refused(source: Any, complaint: Any) -> None:
    with pytest.raises(PatternAnalysisError, match=re.escape(complaint)):
        queryfiles.read("rust/mine", source.encode(), languages.load("rust").grammar)
