// Tables in: what other parts of documents/ may use.
export { feedbackFromGrids, looksLikeList } from './feedback-from-grids';
