/** The words of the list of keys, loaded with it. */

const en = {
  title: 'Keyboard shortcuts',
  space: 'Space',
  trainOrPause: 'Train or pause',
  oneUpdate: 'One update back or forward; after the last one, train one more',
  timestep: 'Previous or next timestep',
  ends: 'First or last timestep',
  operation: 'Previous or next operation, with “Inside the step” open',
  list: 'Show this list',
  leave: 'Close what is open',
  characterKeys: 'Enable the , . ? n and p shortcuts',
  close: 'Close',
};

const ko: typeof en = {
  title: '단축키',
  space: '스페이스',
  trainOrPause: '학습 시작/멈춤',
  oneUpdate: '한 번 전·다음 갱신 (마지막에서는 한 번 더 학습)',
  timestep: '이전·다음 시점',
  ends: '처음·마지막 시점',
  operation: '이전·다음 연산 (‘한 시점의 계산’을 열었을 때)',
  list: '이 목록 보기',
  leave: '열린 창 닫기',
  characterKeys: '‘,’ ‘.’ ‘?’ ‘n’ ‘p’ 키 단축키 사용',
  close: '닫기',
};

export const shortcuts = { en, ko };
