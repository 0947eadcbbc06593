//! The command line. What goes wrong is one clear sentence on standard error and an exit code: 2
//! when the command is written wrong, 1 otherwise; nothing has changed then.

use std::{
    io::{self, Write},
    net::SocketAddr,
    path::PathBuf,
    process::ExitCode,
};

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::SignedDuration;

use super::{
    config::{ConfigError, Options},
    installation::{Installation, InstallationError, NewStaff},
    lifecycle::LifecycleError,
    telemetry,
    tls::TlsError,
};

mod regions;
mod serving;
mod shift;

/// An anonymous helpline chat, sealed end to end, in one program.
#[derive(Debug, Parser)]
#[command(name = "veiligchat", version, about, max_term_width = 100)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs the chat, until it is told to stop (SIGTERM or Ctrl+C)
    Serve(Serve),
    /// Runs a demonstration, with ready-made accounts
    Demo(Demo),
    /// Adds to the people who work with the chat
    #[command(subcommand)]
    Staff(Staff),
    /// Changes the organisations and their municipalities
    #[command(subcommand)]
    Regions(regions::Regions),
    /// Looks whether the data can be read and fits this version; changes nothing
    Check {
        /// The folder with the data
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
    },
}

#[derive(Debug, Args)]
struct Serve {
    /// The folder with the data; made when it is not there
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Where to listen, such as 127.0.0.1:3000
    #[arg(long, value_name = "ADDR")]
    listen: SocketAddr,
    /// The settings [default: Leptos.toml in the working directory, if there]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, Args)]
struct Demo {
    /// A folder that keeps the data [default: a new one that is removed at the end]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Where to listen
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    /// When the chat is open
    #[arg(long, value_enum, default_value_t = Opening::Always)]
    hours: Opening,
    /// Moves the clock, such as +3h, 90m or -2days
    #[arg(
        long,
        value_name = "DURATION",
        allow_hyphen_values = true,
        value_parser = shift::parse,
        default_value = "0s",
        hide_default_value = true
    )]
    shift: SignedDuration,
    /// Lets everybody ask as much as they want, for measurements
    #[arg(long, hide = true)]
    without_limits: bool,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, Subcommand)]
enum Staff {
    /// Adds somebody; the password is read from standard input
    Add {
        /// The name to sign in with
        name: String,
        /// The folder with the data
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The name that visitors see; it must not be the name to sign in with
        #[arg(long, value_name = "NAME")]
        shown: String,
        /// The region they work for, such as utrecht; an administrator has none
        #[arg(long, value_name = "SLUG")]
        region: Option<String>,
        /// What they may do
        #[arg(long, value_enum, default_value_t = Role::Worker)]
        role: Role,
    },
}

/// When a demonstration is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Opening {
    /// Day and night.
    Always,
    /// In the hours of a new installation, or those that were decided since.
    Office,
}

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Role {
    /// Chats with visitors.
    Worker,
    /// Runs one organisation's chat.
    Coordinator,
    /// Runs the installation.
    Administrator,
}

/// Why a command did not do what it was asked.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Installation(#[from] InstallationError),
    #[error(transparent)]
    Lifecycle(#[from] LifecycleError),
    #[error(transparent)]
    Tls(#[from] TlsError),
    #[error("TLS cannot be done here: {0}")]
    NoTls(#[from] rustls::Error),
    #[error("this program was built without its web pages: build it with `make build`")]
    WithoutSite,
    #[error("cannot make a folder for the demo's data: {0}")]
    DemoFolder(io::Error),
    #[error("cannot read {}: {source}", file.display())]
    Table { file: PathBuf, source: io::Error },
    #[error("{0}")]
    WrongTable(String),
    #[error("no password on standard input: give it as one line")]
    NoPassword,
    #[error("the system refused to start the program's threads: {0}")]
    Threads(io::Error),
}

/// Does what the command line asks.
#[must_use]
pub fn run() -> ExitCode {
    // Ends the process itself, with 2, when the command is written wrong.
    let asked = CommandLine::parse();
    telemetry::start();
    match done(asked.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("veiligchat: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn done(command: Command) -> Result<(), Failure> {
    match command {
        Command::Serve(serve) => in_runtime(serving::serve(serve)),
        Command::Demo(demo) => in_runtime(serving::demo(demo)),
        Command::Staff(Staff::Add { name, data, shown, region, role }) => {
            let password = password()?;
            let staff = NewStaff { name, shown, region, role, password };
            in_runtime(async { Ok(Installation::open_beside(&data)?.add_staff(staff).await?) })
        }
        Command::Regions(regions::Regions::Import(asked)) => in_runtime(regions::import(asked)),
        Command::Check { data } => {
            Installation::open_existing(&data)?;
            let _ = writeln!(
                io::stdout(),
                "The data in {} can be read and fits this version.",
                data.display()
            );
            Ok(())
        }
    }
}

fn in_runtime(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tokio::runtime::Runtime::new().map_err(Failure::Threads)?.block_on(work)
}

/// The first line of standard input.
fn password() -> Result<zeroize::Zeroizing<String>, Failure> {
    let mut line = zeroize::Zeroizing::new(String::new());
    io::stdin().read_line(&mut line).map_err(|_| Failure::NoPassword)?;
    let length = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(length);
    if line.is_empty() { Err(Failure::NoPassword) } else { Ok(line) }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn the_clock_is_moved_back_as_well() {
        let line = CommandLine::parse_from(["veiligchat", "demo", "--shift", "-2days"]);
        let Command::Demo(demo) = line.command else { panic!("{line:?}") };
        assert_eq!(demo.shift, SignedDuration::from_hours(-48));
    }

    #[test]
    fn the_shipped_unit_starts_a_server_that_only_a_proxy_on_this_machine_reaches() {
        let unit = include_str!("../../deploy/veiligchat.service");
        let started = unit.lines().find_map(|line| line.strip_prefix("ExecStart=")).unwrap();
        let line = CommandLine::try_parse_from(started.split_whitespace()).unwrap();
        let Command::Serve(serve) = line.command else { panic!("{line:?}") };
        assert!(serve.listen.ip().is_loopback());
        assert!(serve.options.operations.is_some_and(|address| address.ip().is_loopback()));
        for closed in ["LimitCORE=0", "MemorySwapMax=0", "MemoryDenyWriteExecute=yes"] {
            assert!(unit.lines().any(|line| line == closed), "{closed}");
        }
    }

    #[test]
    fn a_wrong_option_is_refused_with_code_two() {
        let refusal = CommandLine::try_parse_from(["veiligchat", "demo", "--shfit", "3h"]);
        assert_eq!(refusal.unwrap_err().exit_code(), 2);
    }
}
