package lexicon

import (
	"fmt"
	"slices"

	"mahdar/arabic"
)

// TalkClass says what a word of talks.tsv does in telling of meetings and
// truces (the file's head explains each).
type TalkClass string

// The classes of words of meetings and truces.
const (
	TalkMeeting     TalkClass = "meeting"
	TalkMeet        TalkClass = "meet"
	TalkHold        TalkClass = "hold"
	TalkCourse      TalkClass = "course"
	TalkRole        TalkClass = "role"
	TalkAttend      TalkClass = "attend"
	TalkTruce       TalkClass = "truce"
	TalkTruceCourse TalkClass = "truce-course"
	TalkOverseer    TalkClass = "overseer"
	TalkBind        TalkClass = "bind"
	TalkBreach      TalkClass = "breach"
	TalkKeep        TalkClass = "keep"
)

var talkClasses = []TalkClass{TalkMeeting, TalkMeet, TalkHold, TalkCourse, TalkRole, TalkAttend, TalkTruce, TalkTruceCourse, TalkOverseer, TalkBind, TalkBreach, TalkKeep}

// Talk is a word of meetings, talks and truces with all its forms. Value is
// the kind, course, role, attendance or event that the word stands for.
type Talk struct {
	ID    string
	Class TalkClass
	Value string
	verb  Verb
}

func (l *Lexicon) addTalk(r row) error {
	v, err := r.verb("class", "value")
	if err != nil {
		return err
	}
	t := Talk{ID: v.ID, Class: TalkClass(v.Class), Value: v.Act, verb: v}
	if !slices.Contains(talkClasses, t.Class) {
		return fmt.Errorf("class %q of a word of talks is none of %v", t.Class, talkClasses)
	}
	if v.Past == "" && len(v.Masdars)+len(v.Also)+len(v.Participles) == 0 {
		return fmt.Errorf("has no form that could match")
	}
	return put(l, TalkTable, &l.Talks, v.ID, t)
}

// compileTalks adds the forms of the words of talks and the cues by which a
// process is told: each cue is a phrase whose reference is of CueTable and
// points to the process.
func (l *Lexicon) compileTalks() {
	for i, t := range l.Talks {
		l.compileVerb(TalkWord, TalkTable, i, t.verb)
		for _, m := range t.verb.Masdars { // a listed form with its article
			if d := arabic.Undet(arabic.Fold(m)); d != arabic.Fold(m) {
				l.sense(d, Sense{Kind: TalkWord, Entry: int32(i), Feature: arabic.Feature{Tense: arabic.Masdar}})
			}
		}
	}
	for i, p := range l.Processes {
		for k, c := range p.Cues {
			l.phrase(c, Ref{CueTable, int32(i), int16(k)})
		}
	}
}
