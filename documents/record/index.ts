// The record of a rectification, and what its documents are made from. What other folders may use.
export { noAuthorsPart, readAuthorsPart } from './authors-part';
export { clockIn, recordOf } from './record-of';
