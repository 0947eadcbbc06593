//! Opening: what is refused stays as it was.

use std::{fs, os::unix::fs::PermissionsExt};

use tempfile::TempDir;

use super::*;

fn folder() -> TempDir {
    TempDir::new().unwrap()
}

/// Opening fails, and the file is the same afterwards.
fn refusal(folder: &TempDir) -> OpenError {
    let file = folder.path().join(FILE);
    let before = fs::read(&file).unwrap();
    let refusal = Database::open(folder.path()).unwrap_err();
    assert!(fs::read(&file).unwrap() == before, "the file has changed");
    refusal
}

#[test]
fn a_new_folder_gets_a_database_in_the_form_that_is_known() {
    let parent = folder();
    let folder = parent.path().join("new");
    let database = Database::open(&folder).unwrap();
    assert_eq!(migrations::found(&database.connect().unwrap()).unwrap(), migrations::known());
}

#[test]
fn a_database_can_be_opened_again_and_again() {
    let folder = folder();
    for _ in 0..3 {
        Database::open(folder.path()).unwrap();
    }
}

#[test]
fn only_its_owner_can_read_the_folder_and_the_files() {
    let parent = folder();
    let folder = parent.path().join("new");
    let _database = Database::open(&folder).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let files: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(files.len() >= 2);
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn every_connection_syncs_and_overwrites_and_keeps_its_temporary_things_in_memory() {
    let folder = folder();
    let database = Database::open(folder.path()).unwrap();
    for _ in 0..2 {
        let connection = database.connect().unwrap();
        let setting = |name: &str| -> i64 {
            connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap()
        };
        let (full, memory) = (2, 2);
        assert_eq!(setting("synchronous"), full);
        assert_eq!(setting("secure_delete"), 1);
        assert_eq!(setting("foreign_keys"), 1);
        assert_eq!(setting("temp_store"), memory);
    }
}

#[test]
fn two_cannot_serve_one_folder() {
    let folder = folder();
    let first = Database::open(folder.path()).unwrap();
    let clone = first.clone();
    assert!(matches!(Database::open(folder.path()), Err(OpenError::AlreadyOpen)));
    drop(first);
    assert!(matches!(Database::open(folder.path()), Err(OpenError::AlreadyOpen)));
    drop(clone);
    assert!(Database::open(folder.path()).is_ok());
}

#[test]
fn the_command_line_can_work_beside_a_server_or_alone() {
    let folder = folder();
    drop(Database::open_beside(folder.path()).unwrap());
    let _server = Database::open(folder.path()).unwrap();
    let beside = Database::open_beside(folder.path()).unwrap();
    assert!(beside.connect().is_ok());
}

#[test]
fn the_command_line_does_not_change_the_form_under_a_running_server() {
    let folder = folder();
    let server = Database::open(folder.path()).unwrap();
    server.connect().unwrap().pragma_update(None, "user_version", migrations::known() - 1).unwrap();
    assert!(matches!(Database::open_beside(folder.path()), Err(OpenError::OlderServer)));
}

#[test]
fn a_newer_database_is_refused_and_stays_as_it_was() {
    let folder = folder();
    let newer = migrations::known() + 1;
    let database = Database::open(folder.path()).unwrap();
    database.connect().unwrap().pragma_update(None, "user_version", newer).unwrap();
    drop(database);
    let refusal = refusal(&folder);
    assert!(
        matches!(refusal, OpenError::NewerDatabase { found, known }
            if found == newer && known == migrations::known()),
        "{refusal:?}"
    );
}

#[test]
fn a_file_that_is_no_database_is_refused_and_stays_as_it_was() {
    for size in [1, 99, 100, 511, 4_096, 100_000] {
        let folder = folder();
        fs::write(folder.path().join(FILE), vec![b'x'; size]).unwrap();
        assert!(matches!(refusal(&folder), OpenError::NotADatabase), "{size} bytes");
    }
}

#[test]
fn the_database_of_another_program_is_refused_and_stays_as_it_was() {
    let folder = folder();
    let other = Connection::open(folder.path().join(FILE)).unwrap();
    other.execute_batch("CREATE TABLE theirs (number INTEGER)").unwrap();
    drop(other);
    assert!(matches!(refusal(&folder), OpenError::NotADatabase));
}

#[test]
fn a_damaged_database_is_refused_and_stays_as_it_was() {
    let folder = folder();
    drop(Database::open(folder.path()).unwrap());
    let file = folder.path().join(FILE);
    let mut bytes = fs::read(&file).unwrap();
    bytes[100..4_096].fill(0xAA);
    fs::write(&file, bytes).unwrap();
    assert!(matches!(refusal(&folder), OpenError::NotADatabase));
}

#[test]
fn a_folder_that_cannot_be_made_is_refused() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "in the way").unwrap();
    assert!(matches!(Database::open(&file.join("folder")), Err(OpenError::Folder(_))));
}
