// The record of a rectification, and what its documents are made from. What other folders may use.
export { noAuthorsPart, readAuthorsPart, type AuthorsPart } from './authors-part';
export { issuedDocument, madeAgain, madeWithIn } from './issued';
export { recordOf, todayIn } from './record-of';
