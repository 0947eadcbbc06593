//! Cargo's build script. The release server carries the site inside, and must be built again when
//! the site changes; the compiler itself would not see a file that is added.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=scripts/embed.rs");
    let server = env::var_os("CARGO_FEATURE_SSR").is_some();
    let release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if server && release {
        // A folder that is missing would count as changed at every build.
        fs::create_dir_all(Path::new("target/site"))?;
        println!("cargo::rerun-if-changed=target/site");
    }
    Ok(())
}
