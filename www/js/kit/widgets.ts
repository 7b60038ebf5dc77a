/** Widgets that follow the page: the colours and type of its theme, and the size that it gives to each canvas. */
import type { Loop } from './canvas.ts';
import type { Theme } from './colormap.ts';
import { currentTheme, onTheme } from './dom.ts';

interface Widget {
    recolour: (theme: Theme) => void;
    resize?: () => void;
    canvas?: HTMLCanvasElement;
}

/** @param loop that draws them */
export function follow(loop: Loop, widgets: readonly Widget[]) {
    const recolour = () => {
        const theme = currentTheme();
        widgets.forEach((widget) => widget.recolour(theme));
        loop.request();
    };
    onTheme(recolour);
    recolour();
    const sizes = new ResizeObserver(() => {
        widgets.forEach((widget) => widget.resize?.());
        loop.draw(performance.now());
    });
    for (const { canvas } of widgets) {
        if (canvas) {
            sizes.observe(canvas);
        }
    }
}
