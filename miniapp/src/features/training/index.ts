export { OwnTrainings } from './own-trainings';
export { TrainingScreen } from './training-screen';
export { TrainingsScreen } from './trainings-screen';
