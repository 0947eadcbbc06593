//! What stands between people and the program, and keeps every byte, both ways.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream, tcp},
    task::JoinSet,
};

/// A listener that passes everything on. Clones are the same one.
#[derive(Clone)]
pub struct Wire(Arc<Inner>);

struct Inner {
    address: SocketAddr,
    target: Mutex<SocketAddr>,
    kept: [Mutex<Vec<u8>>; 2],
}

/// Which way something travels.
#[derive(Clone, Copy)]
pub enum Way {
    Up,
    Down,
}

impl Wire {
    /// A wire to `target`.
    pub async fn to(target: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let wire = Self(Arc::new(Inner {
            address,
            target: Mutex::new(target),
            kept: [Mutex::default(), Mutex::default()],
        }));
        let taking = wire.clone();
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let wire = taking.clone();
                tokio::spawn(async move { wire.carry(near).await });
            }
        });
        wire
    }

    /// Where people connect.
    pub fn address(&self) -> SocketAddr {
        self.0.address
    }

    /// The program has another address from now on.
    pub fn leads_to(&self, target: SocketAddr) {
        *self.0.target.lock().unwrap() = target;
    }

    /// Everything that went this way.
    pub fn carried(&self, way: Way) -> Vec<u8> {
        self.0.kept[way as usize].lock().unwrap().clone()
    }

    /// Forgets what it has carried: where only the traffic itself matters.
    pub fn forgets(&self) {
        for kept in &self.0.kept {
            kept.lock().unwrap().clear();
        }
    }

    async fn carry(&self, near: TcpStream) {
        let target = *self.0.target.lock().unwrap();
        let Ok(far) = TcpStream::connect(target).await else { return };
        // Without it messages are only slower.
        let _ = (near.set_nodelay(true), far.set_nodelay(true));
        let ((from_near, to_near), (from_far, to_far)) = (near.into_split(), far.into_split());
        let mut ways = JoinSet::new();
        let (up, down) = (self.clone(), self.clone());
        ways.spawn(async move { up.pump(from_near, to_far, Way::Up).await });
        ways.spawn(async move { down.pump(from_far, to_near, Way::Down).await });
        // When one side is gone so is the other: dropping the set ends what is left.
        ways.join_next().await;
    }

    async fn pump(&self, mut from: tcp::OwnedReadHalf, mut to: tcp::OwnedWriteHalf, way: Way) {
        let mut buffer = vec![0; 16 * 1024];
        while let Ok(read @ 1..) = from.read(&mut buffer).await {
            self.0.kept[way as usize].lock().unwrap().extend_from_slice(&buffer[..read]);
            if to.write_all(&buffer[..read]).await.is_err() {
                return;
            }
        }
    }
}
