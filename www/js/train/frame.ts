/** The content of the training view, and the places for its panels. */
import { html } from 'lit-html';
import type { Words } from '../../words/en/train.ts';
import { padFrame } from './panels/pad.ts';

/** What changes while it trains is kept from translators: lit-html writes into text nodes, which they take away. */
export function frameOf(words: Words) {
    return html`
        <p class="train__lead">${words.lead}</p>
        <div class="train__run" data-place="run" translate="no"></div>
        <div class="train__setup" data-place="setup"></div>
        <section class="train__fields" aria-labelledby="grow-title">
            <h2 id="grow-title">${words.fieldsTitle}</h2>
            <p class="says">${words.fieldsText}</p>
            <div class="twins">
                <canvas data-testid="train-fields" role="img" aria-label=${words.fieldsLabel}></canvas>
                <canvas data-testid="break-fields" role="img" aria-label=${words.brokenLabel}></canvas>
            </div>
            <div class="train__shown">
                <canvas data-testid="train-input" role="img" aria-label=${words.inputLabel}></canvas>
                <p class="says" data-place="shown" translate="no" aria-live="off"></p>
            </div>
            <div data-place="synapse" translate="no"></div>
        </section>
        <div class="train__side">
            <section aria-labelledby="accuracy-title">
                <h2 id="accuracy-title">${words.accuracyTitle}</h2>
                <div data-place="accuracy" translate="no"></div>
                <div class="curve" data-place="curve"></div>
            </section>
            <section aria-labelledby="try-title">
                <h2 id="try-title">${words.tryTitle}</h2>
                <div class="train__try">
                    ${padFrame('train-pad', words.padLabel)}
                    <div data-place="ballot" translate="no"></div>
                </div>
            </section>
            <div data-place="health" translate="no"></div>
        </div>
        <div class="train__break" data-place="break" translate="no"></div>
        <div class="train__pads">
            <section aria-labelledby="hand-title">
                <h2 id="hand-title">${words.handTitle}</h2>
                <p class="says">${words.handText}</p>
                <div class="train__try">
                    ${padFrame('hand-pad', words.handPad)}
                    <div data-place="hand" translate="no"></div>
                </div>
            </section>
            <section data-part="symbols" aria-labelledby="symbols-title">
                <h2 id="symbols-title">${words.symbolsTitle}</h2>
                <p class="says">${words.symbolsText}</p>
                <div class="train__try">
                    ${padFrame('symbols-pad', words.symbolsPad)}
                    <div data-place="symbols"></div>
                </div>
            </section>
        </div>
        <div class="train__confusion" data-place="confusion" translate="no"></div>
        <div class="train__spread" data-place="spread" translate="no"></div>
        <div class="train__runs" data-place="runs" translate="no"></div>
        <div class="train__mini" data-place="mini"></div>
    `;
}
