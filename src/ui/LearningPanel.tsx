/** How the learning goes and what moves it; on a phone the page places the parts by themselves. */
import { CurveFigure } from './CurveFigure.tsx';
import { InTurn } from './InTurn.tsx';
import styles from './LearningPanel.module.css';
import { Scores } from './Scores.tsx';
import { Transport } from './Transport.tsx';
import { HistoryIfAny } from './time/HistoryIfAny.tsx';

export function LearningPanel() {
  return (
    <div className={styles.panel}>
      <InTurn>
        <Scores />
        <InTurn>
          <CurveFigure />
        </InTurn>
        <Transport />
        <HistoryIfAny />
      </InTurn>
    </div>
  );
}
