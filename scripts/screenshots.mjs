// Takes the pictures of the page that stand in docs/, with the system's Chrome: `npx vite build && node scripts/screenshots.mjs`, or
// those that are named: `node scripts/screenshots.mjs why.png race.png`.
// They are written with a palette of 256 colours, a third of the size and no difference that an eye would see.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { preview } from 'vite';
import { digits } from '../tests/browser/digits.js';
import { draw, part, ready, typeset, verdict } from '../tests/browser/hand.js';
import { launchChrome } from '../tests/browser/support/chrome.js';

const top = new URL('..', import.meta.url);
const laptop = { viewport: { width: 1280, height: 760 } };
const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** What is done before each picture, and what of the page is on it: all that is seen, or one panel. */
const pictures = [
    { file: 'page.png', context: laptop, prepare: volley(5) },
    // What is shown of a link to the page.
    { file: 'preview.png', folder: 'www/public', context: { viewport: { width: 1371, height: 720 }, deviceScaleFactor: 0.875, colorScheme: 'dark' }, prepare: volley(2) },
    { file: 'page-dark.png', context: { ...laptop, colorScheme: 'dark', locale: 'de-DE' }, prepare: volley(3) },
    { file: 'page-phone.png', context: phone, prepare: volley(4) },
    { file: 'why.png', context: laptop, digit: 5, hash: '#why=5', panel: '.why-panel' },
    { file: 'spikes.png', context: laptop, digit: 5, panel: '.raster-panel' },
    { file: 'cells.png', context: laptop, digit: 5, hash: '#cells=64,363', panel: '.cells-panel' },
    { file: 'lesson.png', context: laptop, digit: 5, hash: '#input=centre:off,x:3,rotate:20,noise:10', panel: '.lesson-panel' },
    { file: 'networks.png', context: laptop, hash: '#picture=5&compare=100', panel: '.models-panel' },
    { file: 'fields-colour.png', context: laptop, digit: 8, panel: '.fields-panel' },
    { file: 'train.png', context: laptop, hash: '#view=train&train=cells:100', prepare: train },
    { file: 'lab.png', context: laptop, hash: '#view=lab', prepare: (page) => part(page, 'lab-window').waitFor() },
    { file: 'lessons.png', context: laptop, hash: '#lesson=competition.2', prepare: (page) => part(page, 'lesson-step').waitFor() },
    { file: 'lessons-phone.png', context: { ...phone, colorScheme: 'dark', locale: 'de-DE' }, hash: '#lesson=spike.1', prepare: (page) => part(page, 'lesson-step').waitFor() },
];

/** A drawing, and the moment of its third volley. */
function volley(digit) {
    return async (page) => {
        await look(page, digit);
        await part(page, 'scrub').fill('0');
        for (let times = 0; times < 3; times += 1) await part(page, 'step-spike').click();
        await page.evaluate(() => scrollTo(0, 0));
    };
}

/** Three thousand images, and the curve that they drew. */
async function train(page) {
    await page.waitForSelector('[data-part="train"][data-ready]');
    await part(page, 'train-stop-at').fill('3000');
    await part(page, 'train-stop-at').press('Tab');
    await part(page, 'train-start').click();
    await page.waitForFunction(() => /** @type {HTMLElement} */ (document.querySelector('[data-testid="train-accuracy"]')).dataset.images === '3000', null, { timeout: 60_000 });
    await page.evaluate(() => scrollTo(0, 0));
}

/** Room around a panel, in CSS pixels. */
const EDGE = 14;

/** The pixels of a PNG, four bytes each, as the browser decodes them. */
async function decode(page, png) {
    const { width, height, base64 } = await page.evaluate(async (bytes) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d');
        context.drawImage(bitmap, 0, 0);
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        let text = '';
        for (let at = 0; at < data.length; at += 32_768) text += String.fromCharCode(...data.subarray(at, at + 32_768));
        return { width: bitmap.width, height: bitmap.height, base64: btoa(text) };
    }, png.toString('base64'));
    return { width, height, data: Buffer.from(base64, 'base64') };
}

/** Squared distance of colours that are not told apart. */
const ALIKE = 120;

/**
 * A PNG whose pixels are places in a palette: the colours that are used most, and for the rest the nearest of them. Several pictures of
 * one size become one that moves.
 * @param delay ms between pictures
 */
function indexed(pictures, delay = 0) {
    const [{ width, height }] = pictures;
    const colourOf = (data, at) => ((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]) & 0xfcfcfc;
    const uses = new Map();
    for (const { data } of pictures) {
        for (let at = 0; at < data.length; at += 4) uses.set(colourOf(data, at), (uses.get(colourOf(data, at)) ?? 0) + 1);
    }
    const apart = (a, b) => [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
    const palette = [];
    for (const [value] of [...uses].sort((a, b) => b[1] - a[1])) {
        if (palette.length < 256 && palette.every((other) => apart(other, value) > ALIKE)) palette.push(value);
    }
    const place = new Map(palette.map((value, at) => [value, at]));
    for (const value of uses.keys()) {
        if (!place.has(value)) place.set(value, palette.reduce((best, other, at) => (apart(other, value) < apart(palette[best], value) ? at : best), 0));
    }
    const packed = pictures.map(({ data }) => {
        // Each row begins with a byte that says: not filtered.
        const rows = Buffer.alloc(height * (width + 1));
        for (let at = 0; at < width * height; at += 1) rows[at + Math.floor(at / width) + 1] = place.get(colourOf(data, 4 * at));
        return deflateSync(rows, { level: 9 });
    });
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 3, 0, 0, 0], 8);
    const chunk = (name, body) => {
        const named = Buffer.concat([Buffer.from(name), body]);
        const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
        length.writeUInt32BE(body.length);
        check.writeUInt32BE(crc32(named));
        return Buffer.concat([length, named, check]);
    };
    const colours = Buffer.from(palette.flatMap((value) => [value >> 16, (value >> 8) & 255, value & 255]));
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const numbers = (...values) => Buffer.from(Uint32Array.from(values).buffer).swap32();
    const moves = pictures.length > 1;
    let sequence = 0;
    const control = () => chunk('fcTL', Buffer.concat([numbers(sequence++, width, height, 0, 0), Buffer.from([delay >> 8, delay & 255, 3, 232, 0, 0])]));
    const bodies = packed.flatMap((body, at) => [
        ...(moves ? [control()] : []),
        at === 0 ? chunk('IDAT', body) : chunk('fdAT', Buffer.concat([numbers(sequence++), body])),
    ]);
    const motion = moves ? [chunk('acTL', numbers(pictures.length, 0))] : [];
    return Buffer.concat([signature, chunk('IHDR', header), ...motion, chunk('PLTE', colours), ...bodies, chunk('IEND', Buffer.alloc(0))]);
}

const server = await preview({ configFile: fileURLToPath(new URL('vite.config.js', top)), logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
const browser = await launchChrome();
const decoder = await browser.newPage();
/** Draws or takes a digit, and waits for the answer. */
async function look(page, digit) {
    await ready(page);
    if (digit !== undefined) await draw(page, digits[digit]);
    await verdict(page);
    await typeset(page);
    await part(page, 'pin-cell').blur();
}

const wanted = process.argv.slice(2);
const isWanted = (file) => wanted.length === 0 || wanted.includes(file);

for (const { file, folder = 'docs', context, digit, hash = '', panel, prepare } of pictures.filter(({ file }) => isWanted(file))) {
    const page = await (await browser.newContext({ ...context, reducedMotion: 'reduce' })).newPage();
    await page.addInitScript((name) => sessionStorage.setItem('drawer', name), panel ? 'all' : '');
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/${hash}`);
    await (prepare ? prepare(page) : look(page, digit));
    await page.mouse.move(0, 0);
    await typeset(page);
    await page.waitForTimeout(500);
    if (panel) {
        // The bar of time would lie over it.
        await page.evaluate(() => (document.querySelector('.time-panel').style.position = 'static'));
    }
    let clip;
    if (panel) {
        const box = await page.locator(panel).evaluate((element) => {
            const { left, top, width, height } = element.getBoundingClientRect();
            return { left: left + scrollX, top: top + scrollY, width, height };
        });
        clip = { x: Math.max(0, box.left - EDGE), y: Math.max(0, box.top - EDGE), width: box.width + 2 * EDGE, height: box.height + 2 * EDGE };
    }
    const png = await page.screenshot({ clip, fullPage: panel !== undefined });
    const small = indexed([await decode(decoder, png)]);
    writeFileSync(new URL(`${folder}/${file}`, top), small);
    console.log(`${folder}/${file}: ${small.length} bytes`);
    await page.context().close();
}
const MOVING = { width: 1280, height: 720 };
const DELAY = 130;
const LONGEST = 40;

/** The race of the README: a look in slow motion. */
async function film() {
    const page = await (await browser.newContext({ viewport: MOVING, colorScheme: 'dark' })).newPage();
    await page.addInitScript(() => sessionStorage.setItem('attract', 'seen'));
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/#speed=35`);
    await ready(page);
    await draw(page, digits[2]);
    const frames = [];
    while (frames.length < LONGEST && (await page.locator('html').getAttribute('data-mood')) === 'looking') {
        const due = page.waitForTimeout(DELAY);
        frames.push(await page.screenshot({ clip: { x: 0, y: 44, width: MOVING.width, height: MOVING.height - 44 } }));
        await due;
    }
    const decoded = [];
    for (const frame of frames) decoded.push(await decode(decoder, frame));
    const moving = indexed(decoded, DELAY);
    writeFileSync(new URL('docs/race.png', top), moving);
    console.log(`docs/race.png: ${frames.length} pictures, ${moving.length} bytes`);
    await page.context().close();
}

if (isWanted('race.png')) await film();
await browser.close();
await server.close();
