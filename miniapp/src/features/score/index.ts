export { ScoreColumnsScreen } from './score-columns-screen';
export { ScoreReviewsScreen } from './score-reviews-screen';
export { ScoresScreen } from './scores-screen';
