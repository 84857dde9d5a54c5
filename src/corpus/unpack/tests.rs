//! What is packed comes apart; what is broken says so and gives what it has.

use std::fs;
use std::io::Write;

use super::*;

/// What a visitor saw: `path: bytes` of members, `path! code` of what is broken.
#[derive(Default)]
struct SeenMembers(Vec<String>);

impl Visitor for SeenMembers {
    fn member(&mut self, member: UnpackedMember) -> ControlFlow<()> {
        let mut text = String::new();
        let read = member.stream.take(1 << 30).read_to_string(&mut text);
        let text = match read {
            Ok(count) if count > 60 => format!("{count} bytes"),
            Ok(_) => text,
            Err(error) => error.to_string(),
        };
        let name = member
            .path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let packing = member.packing.join(" ");
        let folder = member.folder.unwrap_or_default();
        self.0.push(format!("{folder}/{name} [{packing}]: {text}"));
        ControlFlow::Continue(())
    }

    fn broken(&mut self, path: &Path, reason: Reason) -> ControlFlow<()> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.0.push(format!("{name}! {}", reason.code()));
        ControlFlow::Continue(())
    }

    fn wants(&mut self, path: &Path) -> bool {
        path.extension().is_none_or(|ending| ending != "png")
    }
}

fn taken_apart(bytes: &[u8]) -> Vec<String> {
    let mut file = tempfile::Builder::new().prefix("f").tempfile().unwrap();
    file.write_all(bytes).unwrap();
    let named = file.path().with_file_name(format!(
        "{}.x",
        file.path().display().to_string().replace(['/', '.'], "")
    ));
    fs::copy(file.path(), &named).unwrap();
    let mut seen = SeenMembers::default();
    let path: Arc<Path> = Arc::from(named.as_path());
    let flow = unpack(
        &path,
        bytes.len() as u64,
        &Meter::default(),
        &Rc::default(),
        &mut seen,
    )
    .unwrap();
    fs::remove_file(&named).unwrap();
    assert!(flow.is_continue());
    let own = named.file_name().unwrap().to_string_lossy().into_owned();
    seen.0
        .iter()
        .map(|line| line.replace(&own, "FILE"))
        .collect()
}

#[track_caller]
fn check(bytes: &[u8], expected: &[&str]) {
    assert_eq!(taken_apart(bytes), expected);
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn bz2(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zst(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 1).unwrap()
}

fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        builder.append_data(&mut header, name, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn each_packing() {
    let text = "نص قصير".as_bytes();
    check(text, &["/FILE []: نص قصير"]);
    check(b"", &["/FILE []: "]);
    check(&gz(text), &["/FILE [gzip]: نص قصير"]);
    check(&bz2(text), &["/FILE [bzip2]: نص قصير"]);
    check(&zst(text), &["/FILE [zstd]: نص قصير"]);
    check(
        &[gz(text), gz(text)].concat(),
        &["/FILE [gzip]: نص قصيرنص قصير"],
    );
    check(
        &[zst(text), zst(text)].concat(),
        &["/FILE [zstd]: نص قصيرنص قصير"],
    );
    check(&gz(&zst(text)), &["/FILE [gzip zstd]: نص قصير"]);
    check(b"BZh, a word of prose", &["/FILE []: BZh, a word of prose"]);
}

#[test]
fn archives_give_their_members() {
    let members: [(&str, &[u8]); 5] = [
        ("a.txt", b"one"),
        ("outlet/2015/b.txt", b"two"),
        ("../../etc/c.txt", b"three"),
        ("outlet/p.png", b"picture"),
        (".hidden", b"x"),
    ];
    let expected = |packing: &str| {
        [
            format!("/a.txt [{packing}]: one"),
            format!("outlet/b.txt [{packing}]: two"),
            format!("etc/c.txt [{packing}]: three"),
        ]
    };
    assert_eq!(taken_apart(&zip(&members)), expected("zip"));
    let safe: Vec<_> = members
        .iter()
        .filter(|m| !m.0.starts_with(".."))
        .copied()
        .collect();
    let tarred = tar(&safe);
    assert_eq!(taken_apart(&tarred), expected("tar")[..2]);
    assert_eq!(taken_apart(&gz(&tarred)), expected("gzip tar")[..2]);
    let inner = zip(&[("day.json.gz", &gz(b"[]"))]);
    check(
        &tar(&[("all.zip", &inner)]),
        &["/day.json.gz [tar zip gzip]: []"],
    );
}

#[test]
fn half_a_file_gives_half_its_text() {
    let text = "كلمة بعد كلمة. ".repeat(40_000);
    for packed in [
        gz(text.as_bytes()),
        bz2(text.as_bytes()),
        zst(text.as_bytes()),
    ] {
        let seen = taken_apart(&packed[..packed.len() / 2]);
        assert_eq!(seen.len(), 2, "{seen:?}");
        assert!(seen[1].starts_with("FILE! packing-broken"), "{seen:?}");
    }
    let tarred = tar(&[("a.txt", b"one"), ("b.txt", text.as_bytes())]);
    let seen = taken_apart(&tarred[..tarred.len() / 2]);
    assert_eq!(seen[0], "/a.txt [tar]: one");
    assert!(seen.iter().any(|line| line.contains('!')), "{seen:?}");
    let zipped = zip(&[("a.txt", b"one"), ("b.txt", b"two")]);
    let seen = taken_apart(&zipped[..zipped.len() / 2]);
    assert!(seen[0].starts_with("FILE! archive-broken"), "{seen:?}");
}

#[test]
fn a_bomb_is_not_blown_up() {
    let zeros = vec![0; 32 << 20];
    let mut bomb = Vec::new();
    for _ in 0..32 {
        bomb.extend(zst(&zeros));
    }
    assert!(bomb.len() < 1 << 20);
    let seen = taken_apart(&bomb);
    assert!(seen[1].contains("grows-too-much"), "{seen:?}");
    let nested = (0..8).fold(b"x".to_vec(), |packed, _| gz(&packed));
    let seen = taken_apart(&nested);
    assert_eq!(seen, ["FILE! packed-too-deep"]);
}
