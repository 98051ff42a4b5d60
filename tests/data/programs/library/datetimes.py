import calendar
import time
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

print(date(2024, 2, 28) + timedelta(days=2), datetime(2024, 5, 1, 12, tzinfo=timezone.utc).isoformat())
print(datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(timezone.utc))
print(datetime.strptime("3 March 2021", "%d %B %Y").strftime("%A %j"), time.strftime("%Y", time.gmtime(0)))
print(calendar.month(2024, 2), time.tzname, time.timezone)
