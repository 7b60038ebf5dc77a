/** A font for equations: the system's or ours, fetched only when an equation is shown. */
import file from '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2?url';

document.fonts.add(
    new FontFace(
        'Equations',
        `local('STIX Two Math'), local('Cambria Math'), url('${new URL(file, document.baseURI)}')`,
        { display: 'swap' },
    ),
);
