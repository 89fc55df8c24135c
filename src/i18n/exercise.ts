/** Words for asking the network of an exercise something: pictures, sentences, numbers, videos. */
import { grouped } from './numbers.ts';

type Tongue = 'en' | 'ko';

const TONGUES = { en: 'English', ko: 'Korean' };
const TONGUES_KO = { en: '영어', ko: '한국어' };

export const en = {
  others: 'Another',
  fromTraining: 'trained',
  fromHeldOut: 'never seen',
  fromTrainingHint: 'The next one of those that the network trains on',
  fromHeldOutHint: 'The next one that was kept out of training',
  reads: 'What the network reads',
  unknownWord: (word: string, readAs = 'nothing') => `${word}: unknown, read as ${readAs}`,
  guess: (right: string | null) =>
    `What it answers is a guess${right === null ? '' : `; “${right}” would be correct`}.`,
  notAsked: 'The last question stays.',
  lastVideo: 'Until then the network keeps the frames that were there last, and its answer to them.',
  names: {
    captions: 'Picture',
    feelings: 'Sentence',
    numbers: (tongue: Tongue) => `Number, in ${TONGUES[tongue]} words or digits`,
    motion: 'Video of a dot',
  },
  origins: {
    captions: {
      training: 'This combination is among those it trains on.',
      heldOut: 'The network was never trained on this combination.',
      new: 'Nobody wrote down what is to be said here.',
    },
    feelings: {
      training: 'This sentence is among those it trains on.',
      heldOut: 'The network was never trained on this sentence.',
      new: 'A sentence of your own: nobody wrote down what is right, so judge for yourself.',
    },
    numbers: {
      training: 'This number is among those it trains on.',
      heldOut: 'The network was never trained on this number.',
      new: 'A number of your own.',
    },
    motion: {
      training: 'This video is among those it trains on.',
      heldOut: 'The network was never trained on this video.',
      new: 'A video of your own.',
    },
  },
  reasons: {
    emptyPicture:
      'The picture is empty: nobody and nothing is in it. The network was trained on somebody with something.',
    unlikeAllPictures:
      'More than one pixel differs from every picture there is. The network was trained on somebody at the left and something at the right.',
    noWord: 'There is no word in it. The network reads sentences such as “I am not afraid”.',
    unknownWordsOnly:
      'The network knows none of these words. It was trained on sentences about how somebody feels.',
    wrongSentenceLanguage: (tongue: Tongue) =>
      `The network was trained on ${TONGUES[tongue]} sentences and knows none of these words.`,
    tooManyWords: (limit: number, lastWord: string) =>
      `The network reads ${grouped(limit)} words at most: here up to “…${lastWord}”, and not what follows.`,
    empty: 'Type a number.',
    tooLong: 'This is longer than any number here.',
    notANumber: (tongue: Tongue, example: string) =>
      `This is not a whole number. The network was trained on ${TONGUES[tongue]} numbers such as “${example}”.`,
    outsideRange: (least: number, most: number) =>
      `The network was trained on ${grouped(least)} to ${grouped(most)} and has never seen this number.`,
    wrongNumberLanguage: (tongue: Tongue, inTongue: string | null) =>
      `The network was trained on ${TONGUES[tongue]} numbers${inTongue === null ? '' : `: this one is “${inTongue}”`}. For ${TONGUES[tongue === 'en' ? 'ko' : 'en']} ones turn the direction round.`,
    noFrame:
      'There is no frame yet. Press a cell, or go there with the arrow keys and press Space, to put the dot there.',
    oneFrame:
      'One frame alone shows no motion. The network was trained on videos in which the dot moves from frame to frame.',
    jump: (frame: number) =>
      `At frame ${grouped(frame)} the dot jumps. The network was trained on a dot that moves one cell or none.`,
    tooManyFrames: (limit: number) => `Videos have up to ${grouped(limit)} frames.`,
  },
  picture: {
    who: 'Who',
    what: 'With what',
    subjects: {
      boy: 'boy',
      girl: 'girl',
      man: 'man',
      woman: 'woman',
      cat: 'cat',
      dog: 'dog',
      bird: 'bird',
      robot: 'robot',
    },
    objects: {
      apple: 'apple',
      book: 'book',
      ball: 'ball',
      flower: 'flower',
      kite: 'kite',
      umbrella: 'umbrella',
      cup: 'cup',
      fish: 'fish',
    },
    neverTrained: (name: string) => `${name}, never trained on together`,
    mark: 'dashed: never trained on together',
    drawing: 'Draw: arrow keys move, Space sets or clears a pixel',
    pixel: (row: number, column: number, isInk: boolean) =>
      `row ${row}, column ${column}: ${isInk ? 'ink' : 'empty'}`,
    clear: 'Clear',
  },
  video: {
    drawing:
      'Draw the path: arrow keys move the dot, Space lets it rest, Backspace takes the last frame back',
    cell: (row: number, column: number, frames: string) =>
      `row ${row}, column ${column}${frames === '' ? '' : `, frame ${frames}`}`,
    hint: 'Drag, or press the cell beside the dot. Arrow keys work too.',
    frame: 'Frame',
    frameOf: (frame: number, frames: number) => `${grouped(frame)} of ${grouped(frames)}`,
    rest: 'Rest',
    restHint: 'One more frame in which the dot rests',
    undo: 'Undo',
    undoHint: 'Take the last frame back',
    anew: 'New path',
    refusals: {
      full: (limit: number) =>
        `A video has up to ${grouped(limit)} frames: take some back with Undo, or begin a New path.`,
      far: () => 'The dot moves one cell a frame: press a cell beside it, or begin a New path.',
      wall: () => 'The wall stops the dot: Space or Rest adds a frame in which it rests.',
    },
  },
};

export const ko: typeof en = {
  others: '다른 예',
  fromTraining: '학습한 것',
  fromHeldOut: '처음 보는 것',
  fromTrainingHint: '학습에 쓰는 예 가운데 다음 것',
  fromHeldOutHint: '학습에서 빼 둔 예 가운데 다음 것',
  reads: '신경망이 읽는 것',
  unknownWord: (word, readAs) =>
    `${word}: 모르는 말이라 ${readAs === undefined ? '아무것도 읽지 않음' : `${readAs}로 읽음`}`,
  guess: (right) => `지금 답은 짐작입니다.${right === null ? '' : ` 정답은 “${right}”입니다.`}`,
  notAsked: '앞의 물음을 그대로 둡니다.',
  lastVideo: '그때까지 신경망에는 마지막으로 있던 프레임과 그 답이 그대로 보입니다.',
  names: {
    captions: '그림',
    feelings: '문장',
    numbers: (tongue) => `수 (${TONGUES_KO[tongue]} 또는 숫자로)`,
    motion: '점이 움직이는 영상',
  },
  origins: {
    captions: {
      training: '학습에 쓰는 조합입니다.',
      heldOut: '학습한 적이 없는 조합입니다.',
      new: '정답이 적혀 있지 않은 그림입니다.',
    },
    feelings: {
      training: '학습에 쓰는 문장입니다.',
      heldOut: '학습한 적이 없는 문장입니다.',
      new: '직접 쓴 문장이라 정답이 적혀 있지 않습니다. 맞는지는 직접 판단해 보세요.',
    },
    numbers: {
      training: '학습에 쓰는 수입니다.',
      heldOut: '학습한 적이 없는 수입니다.',
      new: '직접 쓴 수입니다.',
    },
    motion: {
      training: '학습에 쓰는 영상입니다.',
      heldOut: '학습한 적이 없는 영상입니다.',
      new: '직접 그린 영상입니다.',
    },
  },
  reasons: {
    emptyPicture:
      '그림이 비어 있어 아무도, 아무것도 없습니다. 신경망은 누군가와 물건이 함께 있는 그림으로 학습했습니다.',
    unlikeAllPictures:
      '있는 그림 어느 것과도 두 픽셀 이상 다릅니다. 신경망은 왼쪽에 누군가, 오른쪽에 물건이 있는 그림으로 학습했습니다.',
    noWord: '낱말이 없습니다. “나는 무섭지 않다” 같은 문장을 읽습니다.',
    unknownWordsOnly: '신경망이 아는 낱말이 하나도 없습니다. 누군가의 기분을 말하는 문장으로 학습했습니다.',
    wrongSentenceLanguage: (tongue) =>
      `신경망은 ${TONGUES_KO[tongue]} 문장으로 학습해서, 여기에는 아는 낱말이 하나도 없습니다.`,
    tooManyWords: (limit, lastWord) =>
      `신경망은 낱말을 ${grouped(limit)}개까지 읽습니다. 여기서는 “…${lastWord}”까지만 읽고 뒤는 읽지 않습니다.`,
    empty: '수를 써 보세요.',
    tooLong: '여기의 어떤 수보다도 깁니다.',
    notANumber: (tongue, example) =>
      `정수가 아닙니다. 신경망은 “${example}” 같은 ${TONGUES_KO[tongue]} 수로 학습했습니다.`,
    outsideRange: (least, most) =>
      `신경망은 ${grouped(least)}부터 ${grouped(most)}까지의 수로 학습했고, 이 수는 본 적이 없습니다.`,
    wrongNumberLanguage: (tongue, inTongue) =>
      `신경망은 ${TONGUES_KO[tongue]} 수로 학습했습니다${inTongue === null ? '' : `. 이 수는 “${inTongue}”입니다`}. ${TONGUES_KO[tongue === 'en' ? 'ko' : 'en']} 수를 물으려면 번역 방향을 바꾸세요.`,
    noFrame:
      '아직 프레임이 없습니다. 칸을 누르거나, 화살표 키로 칸을 고르고 스페이스를 누르면 그 자리에 점이 놓입니다.',
    oneFrame:
      '프레임이 하나뿐이면 움직임이 없습니다. 신경망은 점이 프레임마다 움직이는 영상으로 학습했습니다.',
    jump: (frame) =>
      `프레임 ${grouped(frame)}에서 점이 건너뜁니다. 신경망은 한 칸씩 움직이거나 멈춰 있는 점으로 학습했습니다.`,
    tooManyFrames: (limit) => `영상은 프레임 ${grouped(limit)}개까지입니다.`,
  },
  picture: {
    who: '누가',
    what: '무엇을',
    subjects: {
      boy: '소년',
      girl: '소녀',
      man: '남자',
      woman: '여자',
      cat: '고양이',
      dog: '개',
      bird: '새',
      robot: '로봇',
    },
    objects: {
      apple: '사과',
      book: '책',
      ball: '공',
      flower: '꽃',
      kite: '연',
      umbrella: '우산',
      cup: '컵',
      fish: '물고기',
    },
    neverTrained: (name) => `${name}, 함께 학습한 적 없음`,
    mark: '점선: 함께 학습한 적 없음',
    drawing: '그리기: 화살표 키로 옮기고 스페이스로 픽셀을 칠하거나 지웁니다',
    pixel: (row, column, isInk) => `${row}행 ${column}열: ${isInk ? '칠함' : '빔'}`,
    clear: '지우기',
  },
  video: {
    drawing: '길 그리기: 화살표 키로 점을 옮기고, 스페이스로 멈추고, 백스페이스로 마지막 프레임을 뺍니다',
    cell: (row, column, frames) => `${row}행 ${column}열${frames === '' ? '' : `, 프레임 ${frames}`}`,
    hint: '끌거나 점 옆의 칸을 누르세요. 화살표 키로도 됩니다.',
    frame: '프레임',
    frameOf: (frame, frames) => `${grouped(frames)}개 중 ${grouped(frame)}번째`,
    rest: '멈춤',
    restHint: '점이 멈춰 있는 프레임을 하나 더합니다',
    undo: '되돌리기',
    undoHint: '마지막 프레임을 뺍니다',
    anew: '새 길',
    refusals: {
      full: (limit) =>
        `영상은 프레임 ${grouped(limit)}개까지입니다. ‘되돌리기’로 몇 개를 빼거나 ‘새 길’로 다시 시작하세요.`,
      far: () => '점은 프레임마다 한 칸씩 움직입니다. 점 옆의 칸을 누르거나 ‘새 길’로 다시 시작하세요.',
      wall: () => '벽에 막혀 더 갈 수 없습니다. 스페이스나 ‘멈춤’을 누르면 멈춰 있는 프레임이 더해집니다.',
    },
  },
};
