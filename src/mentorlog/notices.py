"""The few sentences that must be said in the same words wherever they are said."""

SAFEGUARDING = "If a child may be at risk, stop here and tell your safeguarding lead today. It is not journal material."
MAY_BE_READ = "If this folder is in OneDrive or on a school drive, your school may be able to read it."
