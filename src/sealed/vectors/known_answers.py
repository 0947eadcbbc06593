#!/usr/bin/env python3
"""Computes known_answers.txt: the formats of `sealed`, written a second time from its description.

    python3 known_answers.py > known_answers.txt

Nothing here is taken from the Rust code but the order of the parts. The X-Wing encapsulation is the
first known answer in x_wing.txt; HKDF is RFC 5869, HPKE's key schedule RFC 9180 section 5.1,
ChaCha20-Poly1305 RFC 8439, XChaCha20 draft-irtf-cfrg-xchacha.
"""

import hashlib
import hmac
import pathlib
import struct

VERSION = b"veiligchat seal1"
ROOT, EPOCH, SEAT, MESSAGE, ROSTER, SEALED_KEY, SEALED_KEY_SEAT, VISITOR_KEEPS = range(1, 9)


def extract(salt, material):
    return hmac.new(salt or bytes(32), material, hashlib.sha256).digest()


def expand(key, info, length):
    out, block, count = b"", b"", 1
    while len(out) < length:
        block = hmac.new(key, block + info + bytes([count]), hashlib.sha256).digest()
        out, count = out + block, count + 1
    return out[:length]


def derive(material, info, salt=b""):
    return expand(extract(salt, material), info, 32)


def rounds(state):
    def quarter(a, b, c, d):
        for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            work[x] = (work[x] + work[y]) & 0xFFFFFFFF
            work[z] ^= work[x]
            work[z] = ((work[z] << turn) | (work[z] >> (32 - turn))) & 0xFFFFFFFF

    work = list(state)
    for _ in range(10):
        for column in range(4):
            quarter(column, column + 4, column + 8, column + 12)
        for column in range(4):
            quarter(column, (column + 1) % 4 + 4, (column + 2) % 4 + 8, (column + 3) % 4 + 12)
    return work


CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")


def chacha(key, counter, nonce):
    state = CONSTANTS + struct.unpack("<8I", key) + (counter,) + struct.unpack("<3I", nonce)
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(rounds(state), state)))


def hchacha(key, nonce):
    work = rounds(CONSTANTS + struct.unpack("<8I", key) + struct.unpack("<4I", nonce))
    return struct.pack("<8I", *work[:4], *work[12:])


def poly1305(key, text):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(text), 16):
        total = (total + int.from_bytes(text[at : at + 16] + b"\1", "little")) * r % (2**130 - 5)
    return ((total + int.from_bytes(key[16:], "little")) % 2**128).to_bytes(16, "little")


def seal(key, nonce, associated, plain):
    stream = b"".join(chacha(key, 1 + at, nonce) for at in range(len(plain) // 64 + 1))
    sealed = bytes(a ^ b for a, b in zip(plain, stream))
    fill = lambda part: part + bytes(-len(part) % 16)
    lengths = struct.pack("<QQ", len(associated), len(sealed))
    tag = poly1305(chacha(key, 0, nonce)[:32], fill(associated) + fill(sealed) + lengths)
    return sealed + tag


def xseal(key, nonce, associated, plain):
    return seal(hchacha(key, nonce[:16]), bytes(4) + nonce[16:], associated, plain)


def hpke_seal(shared, info, associated, plain):
    suite = b"HPKE" + struct.pack(">HHH", 0x647A, 1, 3)
    labeled_extract = lambda salt, label, ikm: extract(salt, b"HPKE-v1" + suite + label + ikm)
    context = b"\0" + labeled_extract(b"", b"psk_id_hash", b"") + labeled_extract(b"", b"info_hash", info)
    secret = labeled_extract(shared, b"secret", b"")
    labeled_expand = lambda label, length: expand(
        secret, struct.pack(">H", length) + b"HPKE-v1" + suite + label + context, length
    )
    return seal(labeled_expand(b"key", 32), labeled_expand(b"base_nonce", 12), associated, plain)


def bound(purpose, *parts):
    return VERSION + bytes([purpose]) + b"".join(parts)


def sized(part):
    return struct.pack(">Q", len(part)) + part


def padded(plain):
    plain = struct.pack(">I", len(plain)) + plain
    return plain + bytes(-len(plain) % 256)


lines = pathlib.Path(__file__).with_name("x_wing.txt").read_text().splitlines()
first = dict(line.split() for line in reversed(lines) if line and line[0] != "#")
public, encapsulated, shared = (bytes.fromhex(first[name]) for name in ("pk", "ct", "ss"))

tab_secret, share, conversation = b"\x11" * 32, b"\x22" * 32, b"\x33" * 16
epoch, seat = struct.pack(">I", 7), struct.pack(">H", 3)
name, region, region_name = "Anna".encode(), struct.pack(">H", 9), "Fryslân".encode()
message, number, nonce = b"\x44" * 16, struct.pack(">I", 5), b"\x55" * 24

root = derive(tab_secret, bound(ROOT, conversation), share)
parts = (seat, sized(name), region, sized(region_name), sized(public))
roster = hashlib.sha256(bound(ROSTER, struct.pack(">Q", 1), *parts)).digest()
epoch_key = derive(root, bound(EPOCH, epoch, roster))
info = bound(SEALED_KEY, conversation, epoch, roster)
sealed_key = encapsulated + hpke_seal(shared, info, bound(SEALED_KEY_SEAT, seat, epoch, roster), epoch_key)
seat_key = derive(epoch_key, bound(SEAT, seat))
outside = bound(MESSAGE, conversation, epoch, seat, message, number, b"\2")
envelope = nonce + xseal(seat_key, nonce, outside, padded("Goedemiddag".encode()))
kept = nonce + xseal(derive(root, bound(VISITOR_KEEPS, sized(b"draft"))), nonce, b"", padded(b"Ik wil"))

print("# Made by known_answers.py, beside this file, which says what these are.\n")
for label, value in (("roster", roster), ("sealed_key", sealed_key), ("envelope", envelope), ("kept", kept)):
    print(label, value.hex())
