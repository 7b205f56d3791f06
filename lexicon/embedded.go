package lexicon

import _ "embed" // the data files below

// The data files as they stand, as strings: a file system would copy them for
// every reader.
var (
	//go:embed data/cameo.tsv
	cameoTSV string
	//go:embed data/common.tsv
	commonTSV string
	//go:embed data/deeds.tsv
	deedsTSV string
	//go:embed data/given.tsv
	givenTSV string
	//go:embed data/heads.tsv
	headsTSV string
	//go:embed data/offices.tsv
	officesTSV string
	//go:embed data/organisations.tsv
	organisationsTSV string
	//go:embed data/people.tsv
	peopleTSV string
	//go:embed data/places.tsv
	placesTSV string
	//go:embed data/processes.tsv
	processesTSV string
	//go:embed data/scene.tsv
	sceneTSV string
	//go:embed data/signals.tsv
	signalsTSV string
	//go:embed data/speech.tsv
	speechTSV string
	//go:embed data/states.tsv
	statesTSV string
	//go:embed data/talks.tsv
	talksTSV string
	//go:embed data/units.tsv
	unitsTSV string
)

// embedded are the names of the data files in alphabetical order and what they
// hold.
func embedded() []embeddedFile {
	return []embeddedFile{
		{"cameo.tsv", cameoTSV},
		{"common.tsv", commonTSV},
		{"deeds.tsv", deedsTSV},
		{"given.tsv", givenTSV},
		{"heads.tsv", headsTSV},
		{"offices.tsv", officesTSV},
		{"organisations.tsv", organisationsTSV},
		{"people.tsv", peopleTSV},
		{"places.tsv", placesTSV},
		{"processes.tsv", processesTSV},
		{"scene.tsv", sceneTSV},
		{"signals.tsv", signalsTSV},
		{"speech.tsv", speechTSV},
		{"states.tsv", statesTSV},
		{"talks.tsv", talksTSV},
		{"units.tsv", unitsTSV},
	}
}

type embeddedFile struct{ name, data string }
