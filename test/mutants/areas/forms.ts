import { formNames, services } from '../../../src/mock/forms/forms.ts';
import type { Equivalent } from '../equivalent.ts';

/** The forms in which real servers answer, one by one and with those that they meet. */
export const inForms: readonly Equivalent[] = [
  ...formNames.map((name) => ({ name: `form-${name}`, mock: { forms: [name] } })),
  // Together they are what one service answers.
  ...Object.entries(services).map(([name, { forms }]) => ({ name: `like-${name}`, mock: { forms } })),
  {
    name: 'a-page-of-html-with-a-charset-and-a-code-header',
    mock: { forms: ['method-refused-in-html', 'charset', 'error-code-header'] },
  },
  {
    name: 'projects-removed-with-202-all-else-with-204',
    mock: { forms: ['project-removed-with-202', 'removed-with-204', 'charset'] },
  },
  {
    name: 'a-slow-service-in-its-own-order',
    mock: {
      forms: [
        'lists-by-hash',
        'removals-take-a-while',
        'restores-wait',
        'pages-of-100',
        'relations-of-its-own',
        'charset',
        'rate-limit-headers',
      ],
      loginRefusal: 'four-fields',
    },
  },
];
