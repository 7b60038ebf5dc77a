// A run on the page, without its workers.
import { expect, it, vi } from 'vitest';
import { ByHand } from '../../www/js/train/panels/by-hand.ts';
import { toFile } from '../../www/js/train/run/symbols.ts';
import { SymbolsPanel } from '../../www/js/train/panels/symbols-panel.ts';
import { words as en } from '../../www/words/en/train.ts';

// What the workers are made of is looked for when the script is read.
vi.stubGlobal('document', { baseURI: 'http://localhost/' });
const { Session } = await import('../../www/js/train/run/session.ts');

const settled = () => new Promise((then) => setTimeout(then, 5));

it('forgets the copy when a run falls ill, and not one that is made after that', () => {
    // Workers that never answer.
    vi.stubGlobal('Worker', class extends EventTarget { postMessage() {} });
    const none = () => {};
    const { copy, workers } = new Session({ onChange: none, onFields: none, onFrame: none, onMeasured: none, onCopy: none }, en);
    const ill = { ailment: 'silent', images: 9, findings: [] };
    const frame = (now) => workers.port.onmessage({ data: { type: 'frame', phase: now ? 'ill' : 'running', images: 5, ill: now } });
    for (const makes of [1, 2]) {
        frame(null);
        copy.exists = true;
        frame(ill);
        expect(copy.exists, `ill for the ${makes}. time`).toBe(false);
        copy.exists = true;
        frame(ill);
        expect(copy.exists, 'made while it stands ill').toBe(true);
    }
    workers.port.close();
});

/** A session whose evaluation answers when it is told to. */
function judged() {
    const asked = { counts: [], nameBy: [] };
    const later = (name) => () => new Promise((answer, fail) => asked[name].push({ answer, fail }));
    const session = { settled: true, measured: { images: 1 }, names: null, words: en, problem: '', workers: { evaluation: { counts: later('counts'), nameBy: later('nameBy') } } };
    session.attempt = (call) => call();
    return { session, asked };
}

it('shows who answers now, not who answered in an older network', async () => {
    const { session, asked } = judged();
    const hand = new ByHand(session, {}, () => {});
    hand.pixels = new Uint8Array(784);
    hand.follow();
    session.settled = false;
    hand.follow();
    asked.counts[0].answer([0, 7]);
    await settled();
    expect(hand.answers).toEqual([]);
    session.settled = true;
    session.measured = { images: 2 };
    hand.follow();
    asked.counts[1].answer([3, 0]);
    await settled();
    expect(hand.answers).toEqual([[0, 3]]);
});

it('goes on where drawings cannot be compared', async () => {
    const { session, asked } = judged();
    const told = [];
    session.attempt = (call, sentence) => call().catch((error) => (told.push(sentence(error.message)), null));
    const hand = new ByHand(session, {}, () => {});
    hand.drawings = [{ pixels: new Uint8Array(784), label: 3 }];
    const followed = hand.follow();
    await settled();
    asked.nameBy[0].fail(new Error('away'));
    await followed;
    expect([hand.named, told]).toEqual([null, [en.notMeasured('away')]]);
});

it('reads symbols of a file only where there is room for them', async () => {
    const panel = new SymbolsPanel({}, en, {}, () => {}, () => {});
    await settled();
    panel.digits = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const file = (...names) => ({ name: 'some.json', text: async () => toFile(names.map((name) => ({ name, pictures: [new Uint8Array(784)] }))) });
    await panel.open(file('a', 'b'));
    expect([panel.problem, panel.symbols]).toEqual([en.tooMany(10), []]);
    await panel.open(file('8', '8'));
    expect([panel.problem, panel.symbols]).toEqual([en.noSymbols('some.json'), []]);
    await panel.open(file('8', 'b'));
    expect(panel.symbols.map(({ name }) => name)).toEqual(['8', 'b']);
});
