// The digest of the sources that pkg/ is built from, so that a stale pkg/ is noticed without Rust.
//
//   node scripts/source-digest.mjs           prints it
//   node scripts/source-digest.mjs --check   exits with status 1 when pkg/ was built from other sources
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Paths, relative to the root and with forward slashes, of all files that determine pkg/. */
export function sourceFiles() {
    const sources = readdirSync(`${root}/src`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .filter((path) => /\.(rs|ts)$/.test(path) && !path.startsWith('src/bin/'));
    return ['.cargo/config.toml', 'Cargo.lock', 'Cargo.toml', ...sources].sort();
}

/** SHA-256 over names and contents; line ends count as one character whatever the checkout made of them. */
export function sourceDigest() {
    const hash = createHash('sha256');
    for (const path of sourceFiles()) {
        const text = readFileSync(`${root}/${path}`, 'utf8').replaceAll('\r\n', '\n');
        hash.update(`${path}\n${Buffer.byteLength(text)}\n${text}`);
    }
    return hash.digest('hex');
}

/** The digest that was written when pkg/ was built, or null where there is no pkg/. */
export function packageDigest() {
    try {
        return readFileSync(`${root}/pkg/SOURCE_DIGEST`, 'utf8').trim();
    } catch {
        return null;
    }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    if (process.argv.includes('--check')) process.exit(packageDigest() === sourceDigest() ? 0 : 1);
    console.log(sourceDigest());
}
