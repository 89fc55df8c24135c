/** How the learning goes and what moves it; on a phone the page places the parts by themselves. */
import { CurveFigure } from './CurveFigure.tsx';
import styles from './LearningPanel.module.css';
import { Scores } from './Scores.tsx';
import { HistoryIfAny } from './time/HistoryIfAny.tsx';
import { Transport } from './Transport.tsx';

export function LearningPanel() {
  return (
    <div className={styles.panel}>
      <Scores />
      <CurveFigure />
      <Transport />
      <HistoryIfAny />
    </div>
  );
}
