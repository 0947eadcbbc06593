//! The program, run as people run it: what it refuses, with which code, and how it ends.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Output, Stdio},
};

fn veiligchat(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_veiligchat"));
    command.args(arguments).stdin(Stdio::null());
    command
}

fn outcome(arguments: &[&str]) -> Output {
    veiligchat(arguments).output().unwrap()
}

/// The one sentence on standard error of a command that refused.
fn refusal(output: &Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    let mut lines = said.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    assert_eq!(lines.next(), None, "more than one line: {said}");
    first
}

fn entries(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

fn path(folder: &Path) -> &str {
    folder.to_str().unwrap()
}

#[test]
fn a_wrong_option_is_refused_with_code_two() {
    let output = outcome(&["serve", "--daata", "/nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--daata"));
}

#[test]
fn a_busy_port_is_refused_and_nothing_is_written() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for command in ["serve", "demo"] {
        let output = outcome(&[command, "--data", path(&data), "--listen", &address]);
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert!(refusal(&output).contains("another program already uses this port"), "{command}");
        assert!(!data.exists(), "{command}");
    }
}

#[test]
fn settings_that_are_wrong_are_refused_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.toml");
    fs::write(&settings, "htps = true").unwrap();
    let data = folder.path().join("data");
    let output = outcome(&[
        "serve",
        "--data",
        path(&data),
        "--listen",
        "127.0.0.1:0",
        "--config",
        path(&settings),
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("htps"));
    assert!(!data.exists());
}

#[test]
fn data_that_is_not_there_is_not_made_by_looking() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let output = outcome(&["check", "--data", path(&data)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(refusal(&output).contains("there is no data in"));
    assert_eq!(entries(folder.path()), 0);
}

#[test]
fn staff_without_a_password_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let output = outcome(&[
        "staff",
        "add",
        "eva",
        "--data",
        path(folder.path()),
        "--shown",
        "Eva",
        "--region",
        "utrecht",
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(refusal(&output).contains("no password"));
}

const TABLE: &str = include_str!("../service/records/municipalities.csv");

/// A folder with data, and a table beside it.
fn with_table(table: &str) -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("table.csv"));
    fs::write(&file, table).unwrap();
    let (data, file) = (path(&data).to_owned(), path(&file).to_owned());
    let made = veiligchat(&["staff", "add", "eva", "--data", &data, "--shown", "Eva V"])
        .args(["--region", "utrecht"])
        .stdin(Stdio::piped())
        .spawn();
    let mut made = made.unwrap();
    made.stdin.take().unwrap().write_all(b"een lang wachtwoord voor eva\n").unwrap();
    assert!(made.wait().unwrap().success());
    (folder, data, file)
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn an_import_shows_what_it_would_change_and_does_it_when_told() {
    let table = TABLE.replace("Zwolle,current,IJsselland", "Zwolle,current,Twente");
    let (_folder, data, file) = with_table(&table);
    let import = ["regions", "import", &file, "--data", &data];
    for _ in 0..2 {
        let shown = outcome(&import);
        assert!(shown.status.success());
        assert_eq!(
            said(&shown),
            "Zwolle goes from IJsselland to Twente.\n\
             Nothing has changed yet: this is done with --apply.\n"
        );
    }
    let done = outcome(&[&import[..], &["--apply"]].concat());
    assert!(done.status.success() && said(&done).ends_with("Done.\n"));
    let after = outcome(&import);
    assert!(said(&after).starts_with("Nothing changes"), "{}", said(&after));
}

#[test]
fn an_import_names_every_broken_line_and_changes_nothing() {
    let table = "municipality,kind,region\nZwolle,today,IJsselland\n\nOss,current\n";
    let (_folder, data, file) = with_table(table);
    let refused = outcome(&["regions", "import", &file, "--data", &data, "--apply"]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8(refused.stderr).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].ends_with("2 lines are wrong. Nothing has changed."), "{said}");
    assert_eq!(lines[1], "  Line 2: the kind must be current, former or alias.");
    assert_eq!(lines[2], "  Line 4: 3 columns are needed and there are 2.");
}

#[test]
fn an_import_needs_a_file_and_data_that_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("table.csv"));
    let import = ["regions", "import", path(&file), "--data", path(&data), "--apply"];
    assert!(refusal(&outcome(&import)).contains("cannot read"));
    fs::write(&file, TABLE).unwrap();
    assert!(refusal(&outcome(&import)).contains("there is no data in"));
    assert!(!data.exists());
}

#[test]
fn an_import_beside_a_running_server_is_only_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("table.csv"));
    let (_demo, _) = Demo::start(&data);
    fs::write(&file, TABLE.replace(",Twente", ",Oost")).unwrap();
    let import = ["regions", "import", path(&file), "--data", path(&data)];
    let shown = outcome(&import);
    assert!(said(&shown).starts_with("Twente is called Oost from now on.\n"), "{}", said(&shown));
    let refused = outcome(&[&import[..], &["--apply"]].concat());
    assert_eq!(refused.status.code(), Some(1));
    assert!(refusal(&refused).contains("another process is using this folder"));
}

/// Adds somebody with a password that can be chosen.
fn add(data: &Path, name: &str, more: &[&str]) -> Output {
    let mut command = veiligchat(&["staff", "add", name, "--data", path(data)]);
    let mut child = command
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"paarse fiets danst graag\n").unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_first_administrator_needs_no_region_and_everybody_else_does() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let admin = ["--role", "administrator", "--shown", "Bea"];
    let output = add(data, "b.visser", &admin);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    for (more, why) in [
        (&["--role", "administrator", "--shown", "Bea", "--region", "utrecht"][..], "no region"),
        (&["--role", "coordinator", "--shown", "Karin"], "--region utrecht"),
        (&["--shown", "Anna"], "--region utrecht"),
        (&["--shown", "Anna", "--region", "nergens"], "there is no region"),
        (&["--shown", "A.Jansen", "--region", "utrecht"], "must not be the name to sign in with"),
    ] {
        let output = add(data, "a.jansen", more);
        assert_eq!(output.status.code(), Some(1), "{more:?}");
        assert!(refusal(&output).contains(why), "{more:?}: {}", refusal(&output));
    }
    let again = add(data, "b.visser", &admin);
    assert!(refusal(&again).contains("taken"), "{}", refusal(&again));
    let worker = add(data, "a.jansen", &["--shown", "Anna", "--region", "utrecht"]);
    assert_eq!(worker.status.code(), Some(0), "nothing was kept of what was refused");
}

/// A running demo, killed if a test fails before it has stopped it.
struct Demo(Child);

impl Demo {
    /// Starts one and returns it with what it printed first.
    fn start(data: &Path) -> (Self, String) {
        let mut command = veiligchat(&["demo", "--listen", "127.0.0.1:0", "--data", path(data)]);
        let mut demo = Self(command.stdout(Stdio::piped()).spawn().unwrap());
        let mut said = String::new();
        BufReader::new(demo.0.stdout.take().unwrap()).read_line(&mut said).unwrap();
        (demo, said)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn port_in(said: &str) -> u16 {
    let (_, rest) = said.split_once("http://127.0.0.1:").unwrap();
    rest.split('/').next().unwrap().parse().unwrap()
}

#[test]
fn a_demo_answers_says_where_the_desk_is_and_ends_well_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let (mut demo, said) = Demo::start(folder.path());
    assert!(said.contains("/inloggen"), "{said}");
    let mut connection = std::net::TcpStream::connect(("127.0.0.1", port_in(&said))).unwrap();
    connection
        .write_all(b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n")
        .unwrap();
    let mut status = String::new();
    BufReader::new(connection).read_line(&mut status).unwrap();
    assert_eq!(status.trim_end(), "HTTP/1.1 200 OK");

    let told = Command::new("kill").arg(demo.0.id().to_string()).status().unwrap();
    assert!(told.success());
    assert_eq!(demo.0.wait().unwrap().code(), Some(0));
}
