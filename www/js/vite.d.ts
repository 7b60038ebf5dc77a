/** The one thing of Vite's that the page uses beyond what browsers have. */
interface ImportMeta {
    glob(pattern: string, options: { query: string; import: string; eager: true }): Record<string, string>;
}
