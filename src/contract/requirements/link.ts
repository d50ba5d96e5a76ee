import type { RequirementTable } from '../requirement.ts';

export const link = {
  'link.array-of-rel-and-href': {
    level: 'MUST',
    basis: 'documented',
    source: 'Linking',
    standing: true,
    says: 'The links of an entity are an array of objects that each have a rel and an href.',
  },
  'link.every-entity-has-self': {
    level: 'MUST',
    basis: 'documented',
    source: 'Linking',
    standing: true,
    says: 'Every entity has a link called self.',
  },
  'link.list-entity-has-self': {
    level: 'MUST',
    basis: 'documented',
    source: 'Linking',
    standing: true,
    says: 'Every entity in a list has a link called self.',
  },
  'link.list-entity-has-only-self': {
    level: 'SHOULD',
    basis: 'documented',
    source: 'Linking',
    standing: true,
    says: 'An entity in a list has no link but self.',
  },
  'link.href-absolute': {
    level: 'SHOULD',
    basis: 'documented',
    source: 'Linking',
    standing: true,
    says: 'An href is a URL that can be followed as it stands.',
  },
  'link.self-is-own-url': {
    level: 'MUST',
    basis: 'documented',
    source: 'Linking',
    standing: true,
    says: "The self link of an entity is the entity's own URL.",
  },
  'link.self-answers-with-entity': {
    level: 'MUST',
    basis: 'documented',
    source: 'Linking',
    says: 'Following the self link of a listed entity brings that entity.',
  },
  'link.related-resource-linked': {
    level: 'MUST',
    basis: 'documented',
    source: 'Linking',
    standing: true,
    says: 'A resource links to a resource it is related to; a host to its project.',
  },
  'link.root-leads-to-collections': {
    level: 'MUST',
    basis: 'documented',
    source: 'Browsable interface',
    says: 'The links of the root resource lead to the collections they name.',
  },
  'link.crawl-finds-no-dead-end': {
    level: 'MUST',
    basis: 'documented',
    source: 'Browsable interface',
    says: 'No link met on the way from the root names a resource that does not exist.',
  },
} as const satisfies RequirementTable;
