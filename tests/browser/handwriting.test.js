// What the page answers to people's hands: ten digits in four handwritings, and what is no digit.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { draw, part, ready, verdict } from './hand.js';
import { openPage, test } from './support/browser.js';

/** Drawings of a fixture, in pad units: their longer side takes 0.7 of the pad. */
const drawings = (name) => readFileSync(new URL(`../fixtures/${name}.jsonl`, import.meta.url), 'utf8').trim().split('\n').map((line) => {
    const { strokes, ...of } = JSON.parse(line);
    return { ...of, strokes: strokes.map((stroke) => stroke.map(([x, y]) => [0.15 + (0.7 * x) / 100, 0.15 + (0.7 * y) / 100])) };
});

/** Draws, waits for the answer, and clears the pad for the next drawing. */
async function answerTo(page, strokes) {
    await draw(page, strokes);
    const said = await verdict(page);
    await part(page, 'clear').click();
    return said;
}

test('reads the ten digits in four hands, with at most two of forty misread', async ({ t }) => {
    const page = await openPage(t, { drawer: '' });
    await ready(page);
    const all = drawings('handwriting');
    const misread = [];
    for (const { label, style, strokes } of all) {
        const { answer } = await answerTo(page, strokes);
        if (answer !== String(label)) misread.push(`${style} ${label} as ${answer}`);
    }
    assert.equal(all.length, 40);
    assert(misread.length <= 2, misread.join(', '));
});

test('answers a heart, a smiley, an A and a scribble with the reason that they are unlike any digit', async ({ t }) => {
    const page = await openPage(t, { drawer: '' });
    await ready(page);
    const none = drawings('no_digits');
    assert.deepEqual(none.map(({ label }) => label), ['heart', 'smiley', 'A', 'scribble']);
    for (const { label, strokes } of none) {
        const { answer, status } = await answerTo(page, strokes);
        assert.equal(answer, '?', `${label} was read`);
        assert.match(status, /[Uu]nlike any digit/, label);
    }
});
