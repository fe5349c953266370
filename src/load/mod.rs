//! Loading: from the files of a gemeente to the model, with a finding for everything that is not right.
