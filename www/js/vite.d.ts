/** What the page uses of Vite beyond what browsers have. */
declare module '*.css';
declare module '*?url' {
    const address: string;
    export default address;
}

/** Questions and their answers, made of a file of docs/ when the page is built (scripts/questions.mjs). */
declare module '*.md?questions' {
    const made: { lead: string; questions: { anchor: string; title: string; html: string }[] };
    export default made;
}

interface ImportMeta {
    env: { PROD: boolean };
    glob<T>(pattern: string, options: { import: string; query?: string; eager: true }): Record<string, T>;
    glob<T>(pattern: string, options?: { import?: string; query?: string }): Record<string, () => Promise<T>>;
}

/** A page for teachers, as HTML (scripts/lessons.mjs). */
declare module '*.md' {
    const html: string;
    export default html;
}
