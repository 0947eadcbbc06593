//! The measurements as text, in the format that Prometheus and its like read.

use std::{
    fmt::{self, Write},
    fs,
};

use super::Operations;

/// What follows people is told in steps of so many, rounded down: on a quiet day it is zero.
const PEOPLE: u64 = 25;

/// Memory is told in steps of so much: a conversation takes a few kilobytes.
const MEMORY: u64 = 8 * 1024 * 1024;

/// The shares of which it is told within how long they were stored, in hundredths.
const SHARES: [(usize, &str); 3] = [(50, "0.5"), (90, "0.9"), (99, "0.99")];

/// All of them.
pub(super) fn of(operations: &Operations) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut text, operations);
    text
}

fn write(out: &mut impl Write, operations: &Operations) -> fmt::Result {
    let Operations { measures, switchboard, certificate } = operations;
    head(out, "veiligchat_info", "gauge", "The program that runs.")?;
    writeln!(out, "veiligchat_info{{version=\"{}\"}} 1", env!("CARGO_PKG_VERSION"))?;

    head(out, "veiligchat_uptime_seconds", "gauge", "How long the process runs.")?;
    writeln!(out, "veiligchat_uptime_seconds {}", measures.uptime().as_secs())?;

    head(out, "veiligchat_open_pages", "gauge", "Open streams, rounded down to steps of 25.")?;
    let pages = u64::try_from(switchboard.open_pages()).unwrap_or(u64::MAX);
    writeln!(out, "veiligchat_open_pages {}", down(pages, PEOPLE))?;

    let name = "veiligchat_errors_total";
    head(out, name, "counter", "Answers with an error; those below 500 in steps of 25.")?;
    for (status, count) in measures.answers() {
        let told = if status.is_server_error() { count } else { down(count, PEOPLE) };
        writeln!(out, "{name}{{status=\"{}\"}} {told}", status.as_u16())?;
    }

    let name = "veiligchat_store_seconds";
    head(out, name, "gauge", "Within how long that share of the last 1000 was on the disk.")?;
    for (share, label) in SHARES {
        if let Some(time) = measures.stored_within(share) {
            writeln!(out, "{name}{{quantile=\"{label}\"}} {}", time.as_secs_f64())?;
        }
    }

    head(out, "veiligchat_store_failing", "gauge", "Whether nothing can be stored.")?;
    writeln!(out, "veiligchat_store_failing {}", u8::from(measures.storing_fails()))?;

    if let Some(certificate) = certificate {
        let name = "veiligchat_certificate_stale";
        head(out, name, "gauge", "Whether the certificate on the disk cannot be used.")?;
        writeln!(out, "{name} {}", u8::from(certificate.is_stale()))?;
    }

    if let Some(memory) = resident() {
        let name = "veiligchat_resident_memory_bytes";
        head(out, name, "gauge", "Memory in use, rounded down to steps of 8 MiB.")?;
        writeln!(out, "{name} {}", down(memory, MEMORY))?;
    }
    Ok(())
}

fn head(out: &mut impl Write, name: &str, kind: &str, help: &str) -> fmt::Result {
    writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}")
}

const fn down(count: u64, step: u64) -> u64 {
    count - count % step
}

/// The memory that the process has, where the system tells (proc(5)).
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_people_is_nothing_on_a_quiet_day() {
        assert_eq!([0, 24, 25, 60].map(|count| down(count, PEOPLE)), [0, 0, 25, 50]);
    }

    #[test]
    fn memory_is_read_from_the_system() {
        assert!(resident().is_some_and(|bytes| bytes > 1024 * 1024));
    }
}
