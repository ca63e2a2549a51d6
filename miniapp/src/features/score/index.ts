export { ScoreReviewsScreen } from './score-reviews-screen';
export { ScoresScreen } from './scores-screen';
