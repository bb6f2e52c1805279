"""Words that figures of several rooms share, on assets, companies, stakes and tables."""
