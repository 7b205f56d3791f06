package fetch

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// FeedState is what a watcher remembers of a feed between its runs.
type FeedState struct {
	Conditions
	Seen  []string  `json:",omitempty"` // ids of entries that were read, the newest last
	Fails int       `json:",omitempty"` // in a row
	Next  time.Time // when it may be asked again
	Gone  bool      `json:",omitempty"` // the server said that it will not come back
}

// mostSeen is how many entries of one feed are remembered; feeds hold far fewer.
const mostSeen = 5000

// State keeps what is remembered of feeds. It must be safe for several
// goroutines.
type State interface {
	Load(feed string) (FeedState, error)
	Save(feed string, st FeedState) error
}

// FileState keeps the state of all feeds in one JSON file, written anew and
// moved into place at each change, so that it is whole at any moment.
type FileState struct {
	path  string
	mu    sync.Mutex
	feeds map[string]FeedState
}

// OpenState reads the state kept at path, which need not exist yet.
func OpenState(path string) (*FileState, error) {
	s := &FileState{path: path, feeds: map[string]FeedState{}}
	b, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, nil
	case err != nil:
		return nil, err
	}
	if err := json.Unmarshal(b, &s.feeds); err != nil {
		return nil, fmt.Errorf("%s does not hold the state of feeds (%w); move it away to begin anew", path, err)
	}
	return s, nil
}

// Load is the state of one feed, empty where nothing is known.
func (s *FileState) Load(feed string) (FeedState, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.feeds[feed], nil
}

// Save keeps the state of one feed.
func (s *FileState) Save(feed string, st FeedState) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.feeds[feed] = st
	b, err := json.MarshalIndent(s.feeds, "", " ")
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(s.path), ".feeds-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if _, err = tmp.Write(b); err == nil {
		err = tmp.Sync()
	}
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), s.path)
}
