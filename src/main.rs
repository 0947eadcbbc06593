//! The server's program.

use std::process::ExitCode;

fn main() -> ExitCode {
    veiligchat::host::commands::run()
}
