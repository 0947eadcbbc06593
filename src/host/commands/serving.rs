//! `serve` and `demo`: from the command line to a running server.

use std::{
    env, fs,
    io::{self, Write},
    net::SocketAddr,
    path::PathBuf,
    process,
};

use jiff::SignedDuration;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::{Demo, Failure, Serve};
use crate::host::{
    assets,
    config::Config,
    context::Edge,
    installation::{Installation, Mode},
    lifecycle, router,
};

pub async fn serve(asked: Serve) -> Result<(), Failure> {
    site_is_inside()?;
    let config = Config::read(asked.config.as_deref())?;
    // The port first: when it is busy, the data has not been touched.
    let listener = lifecycle::listen(asked.listen).await?;
    let installation = Installation::open(&asked.data, Mode::Real)?;
    run(listener, &config, &installation).await
}

pub async fn demo(asked: Demo) -> Result<(), Failure> {
    site_is_inside()?;
    let config = Config::default();
    let listener = lifecycle::listen(asked.listen).await?;
    let folder = DemoFolder::new(asked.data)?;
    let installation = Installation::open(folder.path(), Mode::Demo { shift: asked.shift })?;
    let address = listener.local_addr().unwrap_or(asked.listen);
    // Nobody may be reading; the demo runs all the same.
    let _ = announce(&mut io::stdout().lock(), address, asked.shift);
    run(listener, &config, &installation).await
}

fn announce(out: &mut impl Write, address: SocketAddr, shift: SignedDuration) -> io::Result<()> {
    writeln!(
        out,
        "Demo. Open the desk first:  http://{address}/inloggen  (anna, anna-demo-wachtwoord)\n\
         then be a visitor:          http://{address}/\n\
         or one on another website:  http://{address}/insluiten"
    )?;
    if shift != SignedDuration::ZERO {
        writeln!(out, "The clock is moved by {shift:#}.")?;
    }
    out.flush()
}

/// A development build reads the site from disk, and goes without it in tests of the command line.
fn site_is_inside() -> Result<(), Failure> {
    if assets::present() || cfg!(debug_assertions) { Ok(()) } else { Err(Failure::WithoutSite) }
}

async fn run(
    listener: TcpListener,
    config: &Config,
    installation: &Installation,
) -> Result<(), Failure> {
    let transport = match listener.local_addr() {
        Ok(address) => config.transport(address)?,
        Err(error) => return Err(lifecycle::LifecycleError::Stopped(error).into()),
    };
    let stopping = CancellationToken::new();
    let rooms = installation.start(stopping.clone()).await?;
    let edge = Edge::new(assets::site(), config, transport, rooms);
    tracing::info!("started");
    Ok(lifecycle::serve(listener, router::router(edge), stopping).await?)
}

/// Where a demo keeps its data: a folder of the caller's, or one of its own that goes away with it.
struct DemoFolder {
    path: PathBuf,
    own: bool,
}

impl DemoFolder {
    fn new(given: Option<PathBuf>) -> Result<Self, Failure> {
        if let Some(path) = given {
            return Ok(Self { path, own: false });
        }
        let path = env::temp_dir().join(format!("veiligchat-demo-{}", process::id()));
        // A folder of that name is left from a demo that was killed.
        if path.exists() {
            fs::remove_dir_all(&path).map_err(Failure::DemoFolder)?;
        }
        fs::create_dir(&path).map_err(Failure::DemoFolder)?;
        Ok(Self { path, own: true })
    }

    fn path(&self) -> &std::path::Path {
        &self.path
    }
}

impl Drop for DemoFolder {
    fn drop(&mut self) {
        if self.own {
            // What is left lies in the system's folder for temporary files.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}
