/** What the page uses of Vite beyond what browsers have. */
declare module '*.css';

interface ImportMeta {
    glob(pattern: string, options: { query: string; import: string; eager: true }): Record<string, string>;
}
