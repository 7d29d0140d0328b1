import type { Templates } from './shape';

export const EN: Templates = {
  greetNamed: ['Hi {name}.', 'Hello {name}.'],
  greet: ['Hi there.', 'Hello.'],
  acknowledge: {
    question: {
      calm: {
        about: ['Thanks for asking about {topic}.', 'Thanks for the question about {topic}.'],
        plain: ['Thanks for asking.', 'Thanks for the question.'],
      },
      upset: {
        about: ['Sorry for the trouble with {topic}.', 'I am sorry to read this about {topic}.'],
        plain: ['Sorry for the trouble.', 'I can see that this has been a nuisance, and I am sorry.'],
      },
    },
    problem: {
      calm: {
        about: ['Thanks for telling us about {topic}.', 'Thanks for writing about {topic}.'],
        plain: ['Thanks for telling us.', 'Thanks for letting us know about this.'],
      },
      upset: {
        about: ['Sorry for the trouble with {topic}.', 'I am sorry to read this about {topic}.'],
        plain: ['Sorry for the trouble.', 'I am sorry that this happened to you.'],
      },
    },
    complaint: {
      calm: {
        about: ['Thanks for being frank about {topic}.', 'We have read what you say about {topic}.'],
        plain: ['Thanks for being frank with us.', 'We have read what you say, and thanks for saying it.'],
      },
      upset: {
        about: [
          'I am sorry about {topic}, and I understand that it annoys you.',
          'We hear you about {topic}, and I am sorry.',
        ],
        plain: ['I am sorry, and I understand that this annoys you.', 'We hear you, and I am sorry.'],
      },
    },
    request: {
      calm: {
        about: ['Thanks for writing about {topic}.', 'Got it: this is about {topic}.'],
        plain: ['Thanks for asking us.', 'Thanks for writing.'],
      },
      upset: {
        about: ['I am sorry to read this about {topic}.', 'Sorry for the trouble with {topic}.'],
        plain: ['I am sorry about that.', 'Sorry for the trouble.'],
      },
    },
    leaving: {
      calm: {
        about: ['We are sorry to see you go, and thanks for telling us.'],
        plain: ['We are sorry to see you go, and thanks for telling us.'],
      },
      upset: {
        about: ['I am sorry that it has come to this.', 'I understand, and I am sorry to read it.'],
        plain: ['I am sorry that it has come to this.', 'I understand, and I am sorry to read it.'],
      },
    },
    buying: {
      calm: {
        about: ['Thanks for your interest in {topic}.', 'Thanks for asking about {topic}.'],
        plain: ['Thanks for your interest.', 'Thanks for asking.'],
      },
      upset: {
        about: ['It is fair to want to be sure about {topic} before you decide.'],
        plain: ['It is fair to want to be sure before you decide.'],
      },
    },
    praise: {
      calm: {
        about: [
          'Thank you! It is good to read this about {topic}.',
          'What a nice thing to read about {topic}, thank you.',
        ],
        plain: ['Thank you! That is good to read.', 'What a nice thing to read, thank you.'],
      },
      upset: {
        about: ['Thank you for the kind part, and for the rest too.'],
        plain: ['Thank you for the kind part, and for the rest too.'],
      },
    },
    thanks: {
      calm: {
        about: ['You are welcome!', 'Glad that it helped.'],
        plain: ['You are welcome!', 'Glad that it helped.'],
      },
      upset: { about: ['You are welcome.'], plain: ['You are welcome.'] },
    },
    other: {
      calm: {
        about: ['Thanks for what you say about {topic}.', 'Thanks for writing about {topic}.'],
        plain: ['Thanks for writing.', 'Thanks for sharing this.'],
      },
      upset: {
        about: ['We hear you about {topic}.', 'I am sorry about {topic}.'],
        plain: ['We hear you, and I am sorry.', 'I am sorry to read this.'],
      },
    },
  },
  next: {
    question: ['The short answer: {_answer}. If anything is unclear, just ask.', 'Here is what we know: {_answer}.'],
    problem: [
      'To find the cause we need one thing from you: {_detail}.',
      'Could you tell us {_detail}? Then we can look for the cause.',
    ],
    complaint: ['This is what we can do now: {_step}.', 'What we can offer today: {_step}.'],
    request: ['What we can say today: {_answer}.', 'This is where it stands: {_answer}.'],
    leaving: [
      'If you stay, this is what we can do: {_step}. If not, we understand.',
      'Before you go: {_step}. If you would still rather leave, we understand.',
    ],
    buying: ['To your question: {_answer}.', 'What we can tell you: {_answer}.'],
    praise: ['', 'Anything you would like to see next?'],
    thanks: ['', 'If anything else comes up, you know where we are.'],
    other: ['{_answer}.', 'What we can add: {_answer}.'],
  },
  urgent: 'We can see that it is urgent.',
};
