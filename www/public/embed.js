/**
 * `<stdp-demo>`: the live page as an element of any other page.
 *
 *     <script src="https://…/embed.js"></script><stdp-demo></stdp-demo>
 *
 * It loads the page that lies beside this file, in a frame of its own, as high as what is in it.
 *
 * | attribute | meaning |
 * |---|---|
 * | `state` | what follows the # of a copied link |
 * | `hide`  | panels that are not shown, with commas between |
 * | `lang`  | `en` or `de`; else that of the reader's browser |
 * | `label` | name of the frame for screen readers |
 *
 * A plain script, not a module, so the host needs no CORS header; the block keeps its names local.
 * After each look it fires the event `verdict`, whose `detail` is `{ digit, reason, votes, evidence, spikes }`.
 */
{
    const HOME = new URL('./', /** @type {HTMLScriptElement} */ (document.currentScript).src);
    /** Until the page has told its height, in CSS pixels. */
    const FIRST_HEIGHT = 720;

    class StdpDemo extends HTMLElement {
        static observedAttributes = ['state', 'hide', 'lang', 'label'];

        constructor() {
            super();
            this.frame = document.createElement('iframe');
            this.frame.allow = 'autoplay; clipboard-write';
            Object.assign(this.frame.style, {
                border: '0',
                display: 'block',
                height: `${FIRST_HEIGHT}px`,
                width: '100%',
            });
            this.attachShadow({ mode: 'open' }).append(this.frame);
            this.hear = this.hear.bind(this);
        }

        connectedCallback() {
            this.style.display ||= 'block';
            addEventListener('message', this.hear);
            this.show();
        }

        disconnectedCallback() {
            removeEventListener('message', this.hear);
        }

        attributeChangedCallback() {
            if (this.isConnected) {
                this.show();
            }
        }

        /** Loads the page as the attributes say. */
        show() {
            const parts = ['hide', 'lang'].map((name) => [name, this.getAttribute(name)]).filter(([, value]) => value);
            const said = [
                this.getAttribute('state')?.replace(/^#/, ''),
                ...parts.map(([name, value]) => `${name}=${value}`),
            ];
            const address = new URL('?embed', HOME);
            address.hash = said.filter(Boolean).join('&');
            this.frame.title = this.getAttribute('label') ?? 'Draw a digit. Watch 400 brain cells vote.';
            if (this.frame.src !== address.href) {
                this.frame.src = address.href;
            }
        }

        /** @param {MessageEvent} event */
        hear({ source, origin, data }) {
            if (source !== this.frame.contentWindow || origin !== HOME.origin || data?.type !== 'stdp-demo') {
                return;
            }
            if (Number.isFinite(data.height)) {
                this.frame.style.height = `${data.height}px`;
            }
            if (data.verdict) {
                this.dispatchEvent(new CustomEvent('verdict', { detail: data.verdict, bubbles: true }));
            }
        }
    }

    customElements.define('stdp-demo', StdpDemo);
}
