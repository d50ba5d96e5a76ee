export { inScope } from '../contract/scope.ts';
