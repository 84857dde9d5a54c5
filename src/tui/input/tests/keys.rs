//! Key tables of terminal families, typed text, pastes and the mouse.

use super::{check, decode, words};
use crate::tui::input::event::TerminalEvent;

/// What every terminal sends.
#[test]
fn text_and_controls() {
    check("aZ /", "a Z space /");
    check("سلام é 日", "س ل ا م space é space 日");
    check("\u{200c}\u{64e}\u{fefb}😀", "\u{200c} \u{64e} \u{fefb} 😀");
    check("\r\n\t\x7f\x08", "enter ctrl-j tab backspace ctrl-h");
    check("\x01\x1a\x03\x0c", "ctrl-a ctrl-z ctrl-c ctrl-l");
    check(
        "\0\x1c\x1d\x1e\x1f",
        "ctrl-space ctrl-\\ ctrl-] ctrl-^ ctrl-_",
    );
}

#[test]
fn bytes_that_are_no_text_are_dropped() {
    check(b"a\xffb\xc0\xafc", "a b c");
    check(b"a\xd8b", "a b");
    check(b"\xe2\x80a\xf0\x9f\x98", "a");
    check(b"\xd8\xd8\xb3", "س");
    // A lone surrogate, a C1 control in UTF-8.
    check(b"\xed\xa0\x80a\xc2\x9bb", "a b");
}

#[test]
fn escape_alone_and_with_what_follows() {
    check("\x1b", "esc");
    check("\x1b\x1b", "esc esc");
    check("\x1b\x1b\x1b", "esc esc esc");
    check("\x1bj\x1bJ", "alt-j alt-J");
    check("\x1bت\x1b日", "alt-ت alt-日");
    check(
        "\x1b\x7f\x1b\r\x1b\x04",
        "alt-backspace alt-enter ctrl-alt-d",
    );
    check("\x1b\x1bj", "esc alt-j");
    check("\x1b[", "alt-[");
    check("\x1bO", "alt-O");
    check("\x1bP", "alt-P");
    check("\x1b]", "alt-]");
    check("\x1b\x1b[", "esc alt-[");
    check("\x1b[ت", "alt-[ ت");
    check("\x1bO\r", "alt-O enter");
}

#[test]
fn xterm() {
    check("\x1b[A\x1b[B\x1b[C\x1b[D", "up down right left");
    check("\x1bOA\x1bOB\x1bOC\x1bOD", "up down right left");
    check("\x1b[H\x1b[F\x1bOH\x1bOF", "home end home end");
    check("\x1b[3~\x1b[5~\x1b[6~", "delete pgup pgdn");
    check("\x1bOP\x1bOQ\x1bOR\x1bOS", "f1 f2 f3 f4");
    check("\x1b[15~\x1b[17~\x1b[18~\x1b[19~", "f5 f6 f7 f8");
    check("\x1b[20~\x1b[21~\x1b[23~\x1b[24~", "f9 f10 f11 f12");
    check(
        "\x1b[1;5A\x1b[1;3B\x1b[1;2C\x1b[1;7D",
        "ctrl-up alt-down right ctrl-alt-left",
    );
    check("\x1b[1;5P\x1b[1;5R\x1b[15;5~", "ctrl-f1 ctrl-f3 ctrl-f5");
    check("\x1b[3;5~\x1b[5;3~\x1b[6;2~", "ctrl-delete alt-pgup pgdn");
    check("\x1b[1;9A", "alt-up");
    // Shift-Tab, Insert and the middle of the keypad have no name here.
    check("\x1b[Z\x1b[2~\x1b[E\x1b[2;5~", "");
    check("\x1b[P\x1b[R\x1b[S", "f1 f3 f4");
}

#[test]
fn keypad_in_application_mode() {
    check(
        "\x1bOM\x1bOj\x1bOk\x1bOl\x1bOm\x1bOn\x1bOo",
        "enter * + , - . /",
    );
    check("\x1bOp\x1bOq\x1bOx\x1bOy\x1bOX", "0 1 8 9 =");
    check("\x1bO \x1bOI", "space tab");
    check("\x1bO5P\x1bO1;5A", "ctrl-f1 ctrl-up");
}

#[test]
fn vt220_linux_and_putty() {
    check("\x1b[1~\x1b[4~", "home end");
    check("\x1b[11~\x1b[12~\x1b[13~\x1b[14~", "f1 f2 f3 f4");
    check(
        "\x1b[25~\x1b[26~\x1b[28~\x1b[29~\x1b[31~\x1b[34~",
        "f13 f14 f15 f16 f17 f20",
    );
    check("\x1b[[A\x1b[[B\x1b[[C\x1b[[D\x1b[[E", "f1 f2 f3 f4 f5");
    check("\x1b[[Zx", "x");
    check("\x1b\x1b[A\x1b\x1bOC", "alt-up alt-right");
    check("\x1b\x1b[[A", "alt-f1");
}

#[test]
fn rxvt() {
    check(
        "\x1b[7~\x1b[8~\x1b[7^\x1b[8^",
        "home end ctrl-home ctrl-end",
    );
    check("\x1b[7$\x1b[8@\x1b[3^", "home ctrl-end ctrl-delete");
    check("\x1b[7$y", "home y");
    check("\x1b[a\x1b[d\x1bOa\x1bOd", "up left ctrl-up ctrl-left");
    check("\x1b\x1b[5~\x1b\x1bOa", "alt-pgup ctrl-alt-up");
}

/// As kitty sends keys with their alternates: a key that types a letter of another script comes with the one that is on it
/// on a US layout. What a Latin layout sends is what it says, wherever it is.
#[test]
fn the_key_on_a_us_layout_comes_with_the_letter() {
    let bases = |bytes: &str| -> Vec<Option<char>> {
        let keys = decode(bytes.as_bytes()).into_iter();
        let base = |event| match event {
            TerminalEvent::Key(key) => key.base,
            _ => panic!("{event:?}"),
        };
        keys.map(base).collect()
    };
    assert_eq!(bases("\x1b[1578::106u\x1b[1578u"), [Some('j'), None]);
    assert_eq!(
        bases("\x1b[1604:1571:103;2u\x1b[1592::47;2u"),
        [Some('G'), Some('?')]
    );
    assert_eq!(
        bases("\x1b[106::99u\x1b[1578::1u\x1b[1578::57399u"),
        [None; 3]
    );
}

#[test]
fn code_points_as_xterm_and_kitty_number_them() {
    check("\x1b[27;5;111~\x1b[111;5u", "ctrl-o ctrl-o");
    check("\x1b[27;6;79~\x1b[111;6u", "ctrl-o ctrl-o");
    // As the classic encoding has them: Ctrl-i is Tab, Ctrl-m Enter, Ctrl-[ Esc.
    check(
        "\x1b[105;5u\x1b[109;5u\x1b[91;5u\x1b[32;5u",
        "tab enter esc ctrl-space",
    );
    check(
        "\x1b[27;5;9~\x1b[13;5u\x1b[127;3u",
        "ctrl-tab ctrl-enter alt-backspace",
    );
    check("\x1b[27;2;9~\x1b[9;2u", "");
    check("\x1b[97u\x1b[97;2u\x1b[65;2u\x1b[49:33;2u", "a A A !");
    check("\x1b[1578u\x1b[1578;5u\x1b[1578;3u", "ت ctrl-ت alt-ت");
    // With Ctrl it is the US layout's letter beside it, as on a Latin one; Super makes a letter no text.
    check("\x1b[1578::106;5u\x1b[1607::105;5u", "ctrl-j tab");
    check("\x1b[106;9u", "alt-j");
    check(
        "\x1b[57399u\x1b[57414u\x1b[57423;5u\x1b[57376u",
        "0 enter ctrl-home f13",
    );
    // Locks, modifiers alone, releases; Caps Lock is no modifier.
    check(
        "\x1b[57358u\x1b[57441;2u\x1b[97;1:3u\x1b[1;1:3A\x1b[3;1:3~",
        "",
    );
    check("\x1b[97;65u\x1b[97;1:2u\x1b[1;1:2A", "a a up");
    check("\x1b[u\x1b[0;;229u\x1b[55296u\x1b[4294967295u", "");
}

#[test]
fn pastes() {
    check("\x1b[200~مرحبا\r\n\tx\x1b[201~q", "paste(مرحبا\r\n\tx) q");
    check("\x1b[200~\x1b[201~", "paste()");
    // Sequences in it are text, and so is half an end mark.
    check(
        "\x1b[200~\x1b[A\x1b[20x\x1b\x1b[201~",
        "paste(\x1b[A\x1b[20x\x1b)",
    );
    check(b"\x1b[200~a\xffb\xd8\x1b[201~", "paste(a\u{fffd}b\u{fffd})");
    // One that never ends is delivered when it falls silent.
    check("\x1b[200~abc", "paste(abc)");
    check("\x1b[200~abc\x1b[20", "paste(abc)");
    check("\x1b\x1b[200~a\x1b[201~", "esc paste(a)");
    check("\x1b[201~a", "a");
}

#[test]
fn a_paste_is_bounded_and_cut_between_characters() {
    let long = "س".repeat(1 << 20);
    let events = decode(format!("\x1b[200~x{long}\x1b[201~q").as_bytes());
    let [TerminalEvent::Paste(text), TerminalEvent::Key(key)] = events.as_slice() else {
        panic!("{}", events.len());
    };
    assert_eq!(
        (text.len(), key.to_string()),
        ((1 << 20) - 1, "q".to_owned())
    );
    assert!(text.ends_with('س'));
}

#[test]
fn mouse() {
    check(
        "\x1b[<0;1;1M\x1b[<0;1;1m",
        "press-Left@0,0 release-Left@0,0",
    );
    check(
        "\x1b[<1;80;24M\x1b[<2;300;9m",
        "press-Middle@79,23 release-Right@299,8",
    );
    check(
        "\x1b[<32;5;6M\x1b[<64;5;6M\x1b[<65;5;6M",
        "drag-Left@4,5 WheelUp@4,5 WheelDown@4,5",
    );
    check("\x1b[<20;5;6M", "press-Left@4,5");
    check(
        "\x1b[<35;5;6M\x1b[<66;5;6M\x1b[<128;5;6M\x1b[<64;5;6m",
        "other other other other",
    );
    check("\x1b[<0;1M\x1b[<0;99999;1M\x1b[<M", "");
    // Older encodings are swallowed: X10, urxvt's.
    check("\x1b[M !!a\x1b[32;10;10Mb", "a b");
    check("\x1b[M\ra", "enter a");
}

#[test]
fn what_is_unknown_is_swallowed_whole() {
    check(
        "\x1b[99~a\x1b[1;2;3;4Xb\x1b[5 qc\x1b[!pd",
        "a b other c other d",
    );
    check("\x1bOz\x1bO!a", "a");
    check("\x1b[;;;A\x1b[::~", "up");
    check(format!("\x1b[{}Aa", "1;".repeat(4000)), "a");
    check("\x1b[99999999999999999999;5A", "ctrl-up");
    // Cancelled, or cut short by something else.
    check("\x1b[1;\x18a\x1b[1;\x1aa\x1bO\x18a", "a a a");
    check("\x1b[1;\x1b[B\x1b[1;\rx\x1b[1;تx", "down enter x ت x");
}

#[test]
fn half_a_sequence_is_forgotten() {
    for half in [
        "\x1b[1;", "\x1b[?1", "\x1bO1", "\x1b[[", "\x1b[M", "\x1b[M!",
    ] {
        assert_eq!(words(&decode(half.as_bytes())), "", "{half:?}");
    }
}
