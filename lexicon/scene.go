package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"mahdar/arabic"
)

// Scene is a word that stands beside deeds and tells how they are told: that
// they took place, that they did not, with what, by whom.
type Scene struct {
	Entry
	Past, Present string
	Class         SceneClass
	Mode          string // of weapons: the PLOVER mode; of verbs: "hits" where the object suffers
}

// SceneClass says what a word does beside a deed.
type SceneClass string

// The classes of scene.tsv (data/README.md).
const (
	SceneOccurs SceneClass = "occurs" // وقع، اندلعت، جرت: the event took place
	SceneUnreal SceneClass = "unreal" // احتمال، منع، ضرورة: the event did not, or not yet
	SceneComing SceneClass = "coming" // المقبل، المرتقب: the event lies ahead
	SceneWeapon SceneClass = "weapon" // صاروخ، سيارة مفخخة: means and not actor
	SceneForce  SceneClass = "force"  // قوات، مسلحون: those who use force or power
	SceneCrowd  SceneClass = "crowd"  // متظاهرون، طلاب: those who protest, mode "demo" where the word says so
	SceneFigure SceneClass = "figure" // إعلامي، لاذع: a word of war as a figure of speech
)

var sceneClasses = []SceneClass{SceneOccurs, SceneUnreal, SceneComing, SceneWeapon, SceneForce, SceneCrowd, SceneFigure}

func (l *Lexicon) addScene(r row) error {
	s := Scene{Entry: r.entry(), Past: r.get("past"), Present: r.get("present"), Class: SceneClass(r.get("class")), Mode: r.get("mode")}
	if !slices.Contains(sceneClasses, s.Class) {
		return fmt.Errorf("class %q of a word beside deeds is none of %v", s.Class, sceneClasses)
	}
	return put(l, SceneTable, &l.Scenes, s.ID, s)
}

// compileScenes gives each word's forms their sense; of an entry of two words
// only the first is looked up.
func (l *Lexicon) compileScenes() {
	for i, s := range l.Scenes {
		e := int32(i)
		if s.Past != "" {
			for _, f := range arabic.Conjugate(s.Past, s.Present) {
				l.sense(f.Word, Sense{Kind: SceneWord, Entry: e, Feature: f.Feature})
			}
			continue
		}
		for _, w := range append([]string{s.Name}, s.Aliases...) {
			if strings.Contains(w, " ") {
				continue
			}
			for _, f := range arabic.Nouns(strings.TrimPrefix(w, "ال"), arabic.NoTense) {
				l.sense(f.Word, Sense{Kind: SceneWord, Entry: e, Feature: f.Feature})
			}
		}
	}
}
