//! A record of HSDS: an object with an id, whose empty fields are not there.

use serde_json::{Map, Value};

#[derive(Debug, Clone)]
pub struct Record(Map<String, Value>);

impl Record {
    pub fn new(id: &str) -> Record {
        Record(Map::new()).set("id", id)
    }

    pub fn set(mut self, name: &str, value: impl Into<Value>) -> Record {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    pub fn maybe(self, name: &str, value: Option<impl Into<Value>>) -> Record {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    pub fn list(self, name: &str, records: Vec<Record>) -> Record {
        if records.is_empty() {
            return self;
        }
        let records: Vec<Value> = records.into_iter().map(Record::into_value).collect();
        self.set(name, records)
    }

    pub fn into_value(self) -> Value {
        Value::Object(self.0)
    }
}
