const en = {
  name: 'The network in small',
  back: 'Network',
  backHint: 'Back to the network',
  place: 'in the bar',
  reads: 'reads',
  predicts: 'predicts',
};

const ko: typeof en = {
  name: '작게 본 신경망',
  back: '신경망',
  backHint: '신경망으로 올라가기',
  place: '위쪽 막대',
  reads: '입력',
  predicts: '예측',
};

export const overview = { en, ko };
