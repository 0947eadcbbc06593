// Does the work that is asked while very many sign up (domain/work.rs), in a thread of its own: scrypt
// (RFC 7914, N = 128, r = 8, p = 1) until its first four bytes are small enough, for each of four parts.
// In: how small (a number of tries) and a salt of 32 bytes. Out: four answers. All big-endian.
const N = 128;
const WORDS = 256;
const PARTS = 4;

// SHA-256 (FIPS 180-4). The constants are fractions of roots of the first primes.
const K = new Int32Array(64);
const START = new Int32Array(8);
for (let number = 2, found = 0; found < 64; number++) {
  let divisor = 2;
  while (number % divisor) divisor++;
  if (divisor < number) continue;
  if (found < 8) START[found] = Math.sqrt(number) * 2 ** 32;
  K[found++] = Math.cbrt(number) * 2 ** 32;
}

const turned = (word, by) => (word >>> by) | (word << (32 - by));

const schedule = new Int32Array(64);
const compress = (state, words, from) => {
  for (let i = 0; i < 16; i++) schedule[i] = words[from + i];
  for (let i = 16; i < 64; i++) {
    const x = schedule[i - 15];
    const y = schedule[i - 2];
    const low = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const high = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    schedule[i] = schedule[i - 16] + low + schedule[i - 7] + high;
  }
  let a = state[0], b = state[1], c = state[2], d = state[3];
  let e = state[4], f = state[5], g = state[6], h = state[7];
  for (let i = 0; i < 64; i++) {
    const sum = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + sum + ((e & f) ^ (~e & g)) + K[i] + schedule[i]) | 0;
    const other = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + other) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d;
  state[4] += e; state[5] += f; state[6] += g; state[7] += h;
};

// The digest of one block, whose state is `begun`, and these words.
const digest = (begun, words) => {
  const state = begun.slice();
  const padded = new Int32Array((words.length + 18) & ~15);
  padded.set(words);
  padded[words.length] = 1 << 31;
  padded[padded.length - 1] = (16 + words.length) * 32;
  for (let from = 0; from < padded.length; from += 16) compress(state, padded, from);
  return state;
};

// HMAC-SHA-256 (RFC 2104) under a key of at most one block.
const hmac = (key) => {
  const [inner, outer] = [0x36363636, 0x5c5c5c5c].map((filling) => {
    const block = new Int32Array(16).fill(filling);
    key.forEach((word, i) => (block[i] ^= word));
    const state = START.slice();
    compress(state, block, 0);
    return state;
  });
  return (words) => digest(outer, digest(inner, words));
};

// Salsa20/8 over the block, the sixteen words from `at` on added to it first.
const block = new Int32Array(16);
const salsa = (words, at) => {
  for (let word = 0; word < 16; word++) block[word] ^= words[at + word];
  let a = block[0], b = block[1], c = block[2], d = block[3];
  let e = block[4], f = block[5], g = block[6], h = block[7];
  let i = block[8], j = block[9], k = block[10], l = block[11];
  let m = block[12], n = block[13], o = block[14], p = block[15];
  for (let round = 0, x; round < 4; round++) {
    e ^= ((x = a + m) << 7) | (x >>> 25); i ^= ((x = e + a) << 9) | (x >>> 23);
    m ^= ((x = i + e) << 13) | (x >>> 19); a ^= ((x = m + i) << 18) | (x >>> 14);
    j ^= ((x = f + b) << 7) | (x >>> 25); n ^= ((x = j + f) << 9) | (x >>> 23);
    b ^= ((x = n + j) << 13) | (x >>> 19); f ^= ((x = b + n) << 18) | (x >>> 14);
    o ^= ((x = k + g) << 7) | (x >>> 25); c ^= ((x = o + k) << 9) | (x >>> 23);
    g ^= ((x = c + o) << 13) | (x >>> 19); k ^= ((x = g + c) << 18) | (x >>> 14);
    d ^= ((x = p + l) << 7) | (x >>> 25); h ^= ((x = d + p) << 9) | (x >>> 23);
    l ^= ((x = h + d) << 13) | (x >>> 19); p ^= ((x = l + h) << 18) | (x >>> 14);
    b ^= ((x = a + d) << 7) | (x >>> 25); c ^= ((x = b + a) << 9) | (x >>> 23);
    d ^= ((x = c + b) << 13) | (x >>> 19); a ^= ((x = d + c) << 18) | (x >>> 14);
    g ^= ((x = f + e) << 7) | (x >>> 25); h ^= ((x = g + f) << 9) | (x >>> 23);
    e ^= ((x = h + g) << 13) | (x >>> 19); f ^= ((x = e + h) << 18) | (x >>> 14);
    l ^= ((x = k + j) << 7) | (x >>> 25); i ^= ((x = l + k) << 9) | (x >>> 23);
    j ^= ((x = i + l) << 13) | (x >>> 19); k ^= ((x = j + i) << 18) | (x >>> 14);
    m ^= ((x = p + o) << 7) | (x >>> 25); n ^= ((x = m + p) << 9) | (x >>> 23);
    o ^= ((x = n + m) << 13) | (x >>> 19); p ^= ((x = o + n) << 18) | (x >>> 14);
  }
  block[0] += a; block[1] += b; block[2] += c; block[3] += d;
  block[4] += e; block[5] += f; block[6] += g; block[7] += h;
  block[8] += i; block[9] += j; block[10] += k; block[11] += l;
  block[12] += m; block[13] += n; block[14] += o; block[15] += p;
};

const memory = new Int32Array(N * WORDS);
const [mixed, next] = [new Int32Array(WORDS), new Int32Array(WORDS)];
const mix = () => {
  block.set(mixed.subarray(WORDS - 16));
  for (let at = 0; at < WORDS; at += 16) {
    salsa(mixed, at);
    // Even blocks come first, odd ones after them.
    next.set(block, (at >> 1) - ((at >> 1) & 8) + (at & 16 ? WORDS / 2 : 0));
  }
  mixed.set(next);
};

// scrypt's words are little-endian, SHA-256's are not.
const swap = () => {
  for (let i = 0; i < WORDS; i++) {
    mixed[i] = (turned(mixed[i], 8) & 0xff00ff00) | (turned(mixed[i], 24) & 0x00ff00ff);
  }
};

const scrypt = (password, salt) => {
  const keyed = hmac(password);
  for (let i = 0; i < WORDS; i += 8) mixed.set(keyed([...salt, i / 8 + 1]), i);
  swap();
  for (let i = 0; i < N; i++) {
    memory.set(mixed, i * WORDS);
    mix();
  }
  for (let i = 0; i < N; i++) {
    const from = (mixed[WORDS - 16] & (N - 1)) * WORDS;
    for (let k = 0; k < WORDS; k++) mixed[k] ^= memory[from + k];
    mix();
  }
  swap();
  return keyed([...mixed, 1])[0] >>> 0;
};

onmessage = ({ data }) => {
  const view = new DataView(data.buffer, data.byteOffset);
  const bound = Math.floor(0xffffffff / view.getUint32(0));
  const salt = Array.from({ length: 8 }, (_, i) => view.getInt32(4 + 4 * i));
  const answers = new DataView(new ArrayBuffer(4 * PARTS));
  for (let part = 0; part < PARTS; part++) {
    let answer = 0;
    while (scrypt([part, answer], salt) > bound) answer++;
    answers.setUint32(4 * part, answer);
  }
  postMessage(new Uint8Array(answers.buffer));
};
