"""The comparison itself must be able to fail."""

import unittest

from shapes import Description, differences


class Differences(unittest.TestCase):
    def test_a_missing_an_added_and_a_changed_key_are_seen(self):
        self.assertEqual(len(differences({"a": 1, "b": None}, {"a": "1", "c": 2})), 3)

    def test_another_spelling_of_a_time_is_seen(self):
        self.assertEqual(len(differences({"t": "2026-01-01T00:00:00Z"}, {"t": "2026-01-01T00:00:00+00:00"})), 1)
        self.assertEqual(differences({"t": "2026-01-01T00:00:00.5Z"}, {"t": "2027-02-02T02:02:02Z"}), [])

    def test_null_is_not_zero_and_false_is_not_null(self):
        self.assertEqual(len(differences([None, 0], [0, False])), 2)

    def test_identifiers_and_measurements_are_compared_by_kind(self):
        recorded = {"id": "c527da41-cbe0-4705-8d7d-ae81082b4e6d", "execution_time": 0.1}
        self.assertEqual(differences(recorded, {"id": "58404910-29df-4d9a-a1d9-410737168db8", "execution_time": 2}), [])
        self.assertEqual(len(differences(recorded, {"id": "58404910", "execution_time": "fast"})), 2)

    def test_the_description_refuses_what_it_does_not_describe(self):
        description = Description()
        schema = description.schema("GET", "/api/v1/auth/status/", 200)
        self.assertEqual(description.errors(schema, {"authenticated": True, "user_id": 2, "username": "ada"}), [])
        self.assertTrue(description.errors(schema, {"authenticated": "yes", "user_id": 2, "username": "ada"}))


if __name__ == "__main__":
    unittest.main()
