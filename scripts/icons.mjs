// Draws the app's icons out of www/data/icon.svg: node scripts/icons.mjs
import { readFileSync } from 'node:fs';
import { launchChrome } from '../tests/browser/support/chrome.js';

const svg = readFileSync(new URL('../www/data/icon.svg', import.meta.url), 'utf8');
/** A mask may cut off all but the middle, so the ground goes to the edge and the line stays within. */
const maskable = svg.replace('rx="7" ', '').replace('viewBox="0 0 32 32"', 'viewBox="-5 -5 42 42"').replace('<rect width="32" height="32"', '<rect x="-5" y="-5" width="42" height="42"');
const browser = await launchChrome();
for (const [name, size, source] of [['icon-192', 192, svg], ['icon-512', 512, svg], ['icon-maskable-512', 512, maskable]]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${source}`);
    await page.screenshot({ path: `www/public/${name}.png`, omitBackground: true });
    await page.close();
}
await browser.close();
